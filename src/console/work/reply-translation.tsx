import { CloseButton } from '@mantine/core';
import type { Translation } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import classes from './reply-box.module.css';

/** What a machine made of the words in the box, as it will be sent in their place. */
export function ReplyTranslation({ translation, onDrop }: { translation: Translation; onDrop: () => void }) {
  const { t, languageName } = useWords();
  const label = t('translation.into', { language: languageName(translation.to) });
  return (
    <section className={classes.translated} aria-label={label}>
      <small>{label}</small>
      <CloseButton size="sm" aria-label={t('translation.drop')} onClick={onDrop} />
      <p dir="auto" lang={translation.to} role="status">
        {translation.text}
      </p>
    </section>
  );
}
