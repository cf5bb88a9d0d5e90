import { Card, Select, Stack, Switch, Title } from '@mantine/core';
import { useState } from 'react';
import { helpByQuestionMark } from '../frame/help-by-question-mark.ts';
import { useMe, useSetSettings } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';
import type { Language } from '../words/words.ts';
import { AlarmSettings } from './alarm-settings.tsx';
import { AuthenticatorSettings } from './authenticator-settings.tsx';
import { OnCallSettings } from './on-call-settings.tsx';
import { PasswordSettings } from './password-settings.tsx';
import classes from './settings-screen.module.css';

/** One's own: nobody else's work changes by it. */
export default function SettingsScreen() {
  const { t } = useWords();
  const { settings } = useMe();
  const set = useSetSettings();
  const [question, setQuestion] = useState(helpByQuestionMark.read);
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {t('settings.title')}
      </Title>
      <Card withBorder padding="lg">
        <Stack gap="md">
          <Select
            label={t('settings.language')}
            allowDeselect={false}
            value={settings.language}
            onChange={(value) => value && set.mutate({ language: value as Language })}
            data={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
          />
          <Switch
            label={t('settings.question-mark')}
            description={t('settings.question-mark-more')}
            checked={question}
            onChange={(event) => {
              helpByQuestionMark.write(event.currentTarget.checked);
              setQuestion(event.currentTarget.checked);
            }}
          />
        </Stack>
      </Card>
      <AlarmSettings />
      <OnCallSettings />
      <PasswordSettings />
      <AuthenticatorSettings />
    </div>
  );
}
