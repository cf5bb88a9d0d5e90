import type { Priority } from '../../http/console-contract.ts';
import { Icon, type IconName } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import classes from './priority-mark.module.css';

const ICONS: Record<Priority, IconName> = { red: 'bell', crisis: 'alert', urgent: 'clock', rest: 'queue' };

/** How urgent: a colour, a picture and a word, so that none of them has to be seen. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useWords();
  return (
    <span className={classes.mark} data-priority={priority}>
      <Icon name={ICONS[priority]} size={13} />
      {t(`priority.${priority}`)}
    </span>
  );
}
