import { Loader, Title } from '@mantine/core';
import type { RecordView } from '../../http/console-contract.ts';
import { useListingDraft } from '../server/records.ts';
import { useWords } from '../words/use-words.tsx';
import { ListingEditor } from './listing-editor.tsx';

/** An organization on its way into the directory. */
export function ListingSection({ record }: { record: RecordView }) {
  const { t } = useWords();
  const { data: draft } = useListingDraft(record.id);
  return (
    <section aria-label={t('listing.title')}>
      <Title order={3} size="h6" mb="xs">
        {t('listing.title')}
      </Title>
      {draft ? <ListingEditor record={record} draft={draft} /> : <Loader size="sm" />}
    </section>
  );
}
