import type { AuditEntry } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { Tag } from '../work/tag.tsx';
import classes from './admin.module.css';

/** What is no more than what everybody at the desk does all day. */
const QUIET = new Set(['done', 'signed-in', 'code-needed', 'on', 'off', 'break']);

export function AuditEntries({ entries, names }: { entries: AuditEntry[]; names: Map<string, string> }) {
  const { t, dated } = useWords();
  return (
    <ol className={classes.entries} aria-label={t('audit.table')}>
      {entries.map(({ seq, at, actor, act, about, outcome }) => (
        <li key={seq} className={classes.entry}>
          <span className={classes.dim}>{seq}</span>
          <span>{dated(at)}</span>
          <strong dir="auto">{actor === '-' ? t('audit.stranger') : (names.get(actor) ?? actor)}</strong>
          <span className={classes.act}>
            <span className={classes.code}>{act}</span>{' '}
            {about !== undefined && <span className={classes.dim}>{names.get(about) ?? about}</span>}
          </span>
          <Tag tone={QUIET.has(outcome) ? 'plain' : 'amber'}>{outcome}</Tag>
        </li>
      ))}
    </ol>
  );
}
