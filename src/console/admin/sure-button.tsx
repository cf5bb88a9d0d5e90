import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';

/** What cannot be taken back by the same button is asked for twice. */
export function SureButton({ label, more, onSure }: { label: string; more?: string; onSure: () => void }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);

  function press(): void {
    setAsked(!asked);
    if (asked) onSure();
  }

  return (
    <div>
      <Button
        variant={asked ? 'filled' : 'default'}
        color={asked ? 'red' : undefined}
        onClick={press}
        onBlur={() => setAsked(false)}
      >
        {asked ? t('accounts.sure', { what: label }) : label}
      </Button>
      {more !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {more}
        </Text>
      )}
    </div>
  );
}
