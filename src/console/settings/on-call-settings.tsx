import { Alert, Button, Card, Checkbox, Group, Stack, TextInput, Title } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMe, useSetSettings } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';

const E164 = /^\+[1-9]\d{7,14}$/;

/** A phone to be texted when nobody is at the desk: only with consent, which can be taken back at any time. */
export function OnCallSettings() {
  const { t } = useWords();
  const { settings } = useMe();
  const set = useSetSettings();
  const [number, setNumber] = useState(settings.onCallNumber ?? '');
  const [consent, setConsent] = useState(settings.onCallConsent);
  const plain = number.replace(/[\s().-]/g, '');
  const wrong = plain !== '' && !E164.test(plain);

  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (!wrong) set.mutate({ onCallNumber: plain === '' ? null : plain, onCallConsent: consent && plain !== '' });
  }

  return (
    <Card withBorder padding="lg">
      <form onSubmit={save}>
        <Stack gap="md">
          <Title order={2} size="h5">
            {t('on-call.title')}
          </Title>
          <TextInput
            label={t('on-call.number')}
            description={t('on-call.number-more')}
            type="tel"
            autoComplete="off"
            value={number}
            error={wrong ? t('on-call.wrong') : undefined}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Checkbox
            label={t('on-call.consent')}
            description={t('on-call.consent-more')}
            checked={consent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
          />
          <div role="status">
            {set.isSuccess && <Alert color="green">{t('settings.saved')}</Alert>}
            {set.isError && <Alert color="red">{t('settings.failed')}</Alert>}
          </div>
          <Group>
            <Button type="submit" loading={set.isPending} disabled={wrong}>
              {t('settings.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
