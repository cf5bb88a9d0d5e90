import { Button, Progress } from '@mantine/core';
import type { OnFloor, Shift } from '../../http/console-contract.ts';
import type { IconName } from '../look/icon.tsx';
import { useNow } from '../server/use-now.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import { isAway } from './floor-needs.ts';
import classes from './staff-row.module.css';

/** From so many hard conversations in a week on, somebody should ask how they are. */
const MANY_HARD = 3;
const SHIFT_ICONS: Record<Shift, IconName> = { on: 'check', break: 'coffee', off: 'moon' };

/** One of the staff: whether they are there, what they carry, and how hard it was. */
export function StaffRow({ member, onTalks, onCare }: { member: OnFloor; onTalks: () => void; onCare: () => void }) {
  const { t, coded, lasted, languageName } = useWords();
  const now = useNow(5_000);
  const { name, shift, shiftSince, talks, loadCap, hard } = member;
  return (
    <article className={classes.row} aria-label={name}>
      <div className={classes.line}>
        <b className={classes.name}>{name}</b>
        <Button size="compact-sm" variant="default" onClick={onCare} aria-label={t('floor.care-named', { name })}>
          {t('floor.care')}
        </Button>
      </div>
      <div className={classes.line}>
        <span className={classes.load}>
          <Progress
            value={(100 * Math.min(talks, loadCap)) / loadCap}
            color={talks > loadCap ? 'red.8' : 'tide'}
            size="sm"
            aria-hidden
          />
        </span>
        {talks > 0 ? (
          <Button size="compact-sm" variant="subtle" onClick={onTalks}>
            {t('floor.load', { count: talks, most: loadCap })}
          </Button>
        ) : (
          <span className={classes.none}>{t('floor.load', { count: talks, most: loadCap })}</span>
        )}
      </div>
      <div className={classes.tags}>
        <Tag icon={SHIFT_ICONS[shift]} tone={shift === 'on' ? 'accent' : 'plain'}>
          {t(`shift.${shift}`)}
          {shiftSince !== undefined && ` · ${lasted(now - shiftSince)}`}
        </Tag>
        {isAway(member) && (
          <Tag tone="amber" icon="alert">
            {t('floor.away')}
          </Tag>
        )}
        {hard > 0 && (
          <Tag tone={hard >= MANY_HARD ? 'amber' : 'plain'} icon="flag">
            {t('floor.hard', { count: hard })}
          </Tag>
        )}
        {member.languages.map((language) => (
          <Tag key={language}>{languageName(language)}</Tag>
        ))}
        {member.skills.map((skill) => (
          <Tag key={skill}>{coded('skill', skill)}</Tag>
        ))}
      </div>
    </article>
  );
}
