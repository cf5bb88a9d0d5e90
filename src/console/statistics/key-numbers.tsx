import type { Share, Statistics } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './key-numbers.module.css';
import { toldWait } from './told-wait.ts';

/** What one looks for first. */
export function KeyNumbers({ statistics }: { statistics: Statistics }) {
  const words = useWords();
  const { t } = words;
  const { contacts, desk, abandoned, optOuts, failures, toHuman } = statistics;
  const came = sum(desk);
  const gone = sum(abandoned);
  const numbers = [
    { label: t('statistics.contacts'), value: t('statistics.number', { n: contacts }) },
    { label: t('statistics.came'), value: t('statistics.number', { n: came }) },
    { label: t('statistics.human'), value: toldWait(words, toHuman.median) },
    {
      label: t('statistics.gone'),
      value: t('statistics.number', { n: gone }),
      more: came > 0 ? t('statistics.of-desk', { percent: Math.round((100 * gone) / came) }) : undefined,
    },
    { label: t('statistics.opt-outs'), value: t('statistics.number', { n: optOuts }) },
    { label: t('statistics.lost'), value: t('statistics.number', { n: sum(failures) }) },
  ];
  return (
    <dl className={classes.numbers}>
      {numbers.map(({ label, value, more }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            {more && <span>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sum(shares: readonly Share[]): number {
  return shares.reduce((total, { count }) => total + count, 0);
}
