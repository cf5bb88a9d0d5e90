import { Alert, Button, Card, Group, List, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type {
  ListingDraft,
  ListingForm,
  ListingResult,
  RecordView,
  RefuseListingBody,
} from '../../http/console-contract.ts';
import { useRecordAct } from '../server/records.ts';
import { useWords } from '../words/use-words.tsx';
import { ListingFields } from './listing-fields.tsx';

const NEW = 'new';

/** Completes what an organization told, until nothing is missing; or says why it is not listed. */
export function ListingEditor({ record, draft }: { record: RecordView; draft: ListingDraft }) {
  const { t, coded } = useWords();
  const approve = useRecordAct<ListingForm, ListingResult>(record.id, 'listing');
  const refuse = useRecordAct<RefuseListingBody>(record.id, 'refuse');
  const [form, setForm] = useState(draft.form);
  const [reason, setReason] = useState('');
  const missing = approve.data?.outcome === 'incomplete' ? approve.data.missing : [];
  const done = approve.data?.outcome === 'done';
  const told = [approve.data, refuse.data].find((one) => one && one.outcome !== 'done' && one.outcome !== 'incomplete');
  const refused = approve.isError || refuse.isError ? 'failed' : told?.outcome;

  function choose(id: string | null): void {
    setForm(draft.matches.find((match) => match.id === id) ?? draft.form);
    approve.reset();
  }

  return (
    <Card withBorder padding="md">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('listing.more')}
        </Text>
        {draft.matches.length > 0 && (
          <Select
            label={t('listing.which')}
            allowDeselect={false}
            value={form.id ?? NEW}
            onChange={choose}
            data={[
              { value: NEW, label: t('listing.new') },
              ...draft.matches.map(({ id = '', name, number }) => ({ value: id, label: `${name} · ${number}` })),
            ]}
          />
        )}
        <ListingFields form={form} services={draft.services} onChange={setForm} />
        <div role="alert">
          {missing.length > 0 && (
            <Alert color="yellow" variant="light" title={t('listing.missing')}>
              <List size="sm">
                {missing.map((field) => (
                  <List.Item key={field}>{coded('listing', field)}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          {refused !== undefined && (
            <Alert color="red" variant="light" p="xs">
              {coded('refusal', refused)}
            </Alert>
          )}
        </div>
        <div role="status">{done && <Alert variant="light">{t('listing.published')}</Alert>}</div>
        <Group justify="flex-end">
          <Button loading={approve.isPending} onClick={() => approve.mutate(form)}>
            {t('listing.approve')}
          </Button>
        </Group>
        <Textarea
          label={t('listing.reason')}
          autosize
          minRows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {reason.trim().length >= 3 && (
          <Group justify="flex-end">
            <Button
              variant="default"
              loading={refuse.isPending}
              onClick={() => refuse.mutate({ missing: missing as RefuseListingBody['missing'], reason: reason.trim() })}
            >
              {t('listing.refuse')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
