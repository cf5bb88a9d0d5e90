import type { Handoff } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './handoff-card.module.css';

/** The handoff in one line, for narrow columns. */
export function HandoffLine({ handoff }: { handoff: Handoff }) {
  const { t, coded } = useWords();
  const facts = [
    handoff.danger ? t(`danger.${handoff.danger}`) : t('danger.none'),
    ...(handoff.selfHarm ? [t('handoff.self-harm')] : []),
    ...handoff.reasons.map((reason) => coded('reason', reason)),
    ...handoff.answers.map(({ value }) => value),
  ];
  return (
    <p className={classes.line}>
      <b>{t('handoff.title')}:</b> {facts.join(' · ')}
    </p>
  );
}
