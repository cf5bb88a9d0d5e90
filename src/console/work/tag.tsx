import type { ReactNode } from 'react';
import { Icon, type IconName } from '../look/icon.tsx';
import classes from './tag.module.css';

export type Tone = 'plain' | 'red' | 'amber' | 'accent';

/** A short fact about a person, always in words. */
export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
