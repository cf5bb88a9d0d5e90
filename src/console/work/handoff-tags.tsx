import type { Handoff } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './handoff-card.module.css';
import { Tag } from './tag.tsx';

/** The facts that change how one writes. */
export function HandoffTags({ handoff }: { handoff: Handoff }) {
  const { t, languageName } = useWords();
  const { danger, minor, selfHarm, optedOut, speaks, language } = handoff;
  return (
    <div className={classes.reasons}>
      {danger ? (
        <Tag tone="red" icon="alert">
          {t(`danger.${danger}`)}
        </Tag>
      ) : (
        <Tag icon="shield">{t('danger.none')}</Tag>
      )}
      {minor && (
        <Tag tone="red" icon="person">
          {t('card.minor')}
        </Tag>
      )}
      {selfHarm && (
        <Tag tone="red" icon="alert">
          {t('handoff.self-harm')}
        </Tag>
      )}
      {optedOut && (
        <Tag tone="red" icon="stop">
          {t('card.opted-out')}
        </Tag>
      )}
      {speaks && speaks !== language ? (
        <Tag tone="amber" icon="talks">
          {t('handoff.speaks', { language: languageName(speaks) })}
        </Tag>
      ) : (
        <Tag icon="talks">{languageName(language)}</Tag>
      )}
    </div>
  );
}
