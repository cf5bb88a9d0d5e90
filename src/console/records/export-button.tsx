import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type RecordSearch, useExportRecords } from '../server/records.ts';
import { useWords } from '../words/use-words.tsx';

/** Saves what the tellers agreed to pass on; the server alone decides what that is. */
export function ExportButton({ search }: { search: RecordSearch }) {
  const { t, coded } = useWords();
  const download = useExportRecords();

  async function save(): Promise<void> {
    const table = await download.mutateAsync(search).catch(() => undefined);
    if (table === undefined) {
      notifications.show({ color: 'red', message: coded('refusal', 'failed') });
      return;
    }
    const { csv, exported, withheld } = table;
    // A name that tells nothing of what is inside, and the mark by which spreadsheets know the letters.
    if (exported > 0) saveFile('records.csv', new Blob(['\uFEFF', csv], { type: 'text/csv' }));
    notifications.show({ message: t('records.exported', { exported, withheld }) });
  }

  return (
    <Button
      size="compact-xs"
      variant="default"
      title={t('records.export-more')}
      loading={download.isPending}
      onClick={() => void save()}
    >
      {t('records.export')}
    </Button>
  );
}

function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
