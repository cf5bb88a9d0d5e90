import { Alert, Button, Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { playAlarm } from '../frame/alarm.ts';
import { Icon } from '../look/icon.tsx';
import { useMe, useSetSettings } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';

type Allowed = NotificationPermission | 'unsupported';

/** How somebody in danger makes themselves heard at this desk. */
export function AlarmSettings() {
  const { t } = useWords();
  const { settings } = useMe();
  const set = useSetSettings();
  const [mute, setMute] = useState(false);
  const [allowed, setAllowed] = useState<Allowed>(() =>
    'Notification' in window ? Notification.permission : 'unsupported',
  );
  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        <Title order={2} size="h5">
          {t('alarm.title')}
        </Title>
        <Switch
          label={t('alarm.sound')}
          description={t('alarm.sound-more')}
          checked={settings.sound}
          onChange={(event) => set.mutate({ sound: event.currentTarget.checked })}
        />
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="bell" size={16} />}
            onClick={() => void playAlarm().then((played) => setMute(!played))}
          >
            {t('alarm.test')}
          </Button>
        </Group>
        <div role="alert">{mute && <Alert color="yellow">{t('alarm.silenced')}</Alert>}</div>
        <Stack gap={6}>
          <Text size="sm" fw={500}>
            {t('alarm.notifications')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('alarm.notifications-more')}
          </Text>
          {allowed === 'default' ? (
            <Group>
              <Button variant="default" onClick={() => void Notification.requestPermission().then(setAllowed)}>
                {t('alarm.allow')}
              </Button>
            </Group>
          ) : (
            <Text size="sm">{t(`alarm.${allowed}`)}</Text>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}
