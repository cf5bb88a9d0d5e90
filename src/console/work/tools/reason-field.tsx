import { Textarea } from '@mantine/core';
import { useWords } from '../../words/use-words.tsx';

const SHORTEST = 3;

/** Why something is done; it goes into the audit, sealed. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  return (
    <Textarea
      label={t('tool.reason')}
      description={t('tool.reason-more')}
      required
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function isReason(text: string): boolean {
  return text.trim().length >= SHORTEST;
}
