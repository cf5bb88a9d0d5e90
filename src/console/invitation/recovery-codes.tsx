import { Button, Checkbox, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';

/** Shown once: each opens the account one time without the authenticator. */
export function RecoveryCodes({ codes, next, onKept }: { codes: string[]; next: string; onKept: () => void }) {
  const { t } = useWords();
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="sm">
      <Text size="sm">{t('recovery.more')}</Text>
      <SimpleGrid cols={2} spacing="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {codes.map((code) => (
          <li key={code}>
            <Code block>{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group>
        <Button variant="default" onClick={() => print()}>
          {t('recovery.print')}
        </Button>
      </Group>
      <Checkbox label={t('recovery.kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Button disabled={!kept} onClick={onKept}>
        {next}
      </Button>
    </Stack>
  );
}
