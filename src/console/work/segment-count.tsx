import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/use-words.tsx';
import classes from './reply-box.module.css';

/** How many texts this makes on the phone, and what made them so many. */
export function SegmentCount({
  id,
  text,
  max,
  onText,
}: {
  id: string;
  text: string;
  max: number;
  /** Unset where the text cannot be changed. */
  onText?: ((text: string) => void) | undefined;
}) {
  const { t } = useWords();
  const { data: count } = useQuery({
    queryKey: ['segment-counter'],
    queryFn: async () => (await import('./count-segments.ts')).countSegments,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const counted = count?.(text);
  if (!counted || text === '') return <span id={id} />;
  const { segments, unicode, special, plain } = counted;
  return (
    <span id={id} className={classes.count} data-over={text.length > max}>
      <span>{t('reply.length', { length: text.length, max })}</span>
      <span>{t('reply.segments', { count: segments })}</span>
      <span>{unicode ? t('reply.unicode', { characters: special.join(' ') }) : t('reply.gsm')}</span>
      {onText && plain !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={() => onText(plain)}>
          {t('reply.make-plain')}
        </Button>
      )}
    </span>
  );
}
