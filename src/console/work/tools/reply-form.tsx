import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { type Filled, ReplyPicker } from '../../replies/reply-picker.tsx';
import { useDesk } from '../../server/desk.tsx';
import { useWords } from '../../words/use-words.tsx';
import { addTo } from '../drafts.ts';
import type { ToolForm } from './tool-form.ts';

/** A canned reply, its blanks filled, goes into the box: nothing is sent before the advocate has read it there. */
export function ReplyForm({ view, onDone }: ToolForm) {
  const { t } = useWords();
  const { base } = useDesk();
  const [filled, setFilled] = useState<Filled>();
  return (
    <Stack gap="md">
      <ReplyPicker use="talk" language={view.handoff.language} onFilled={setFilled} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('tool.cancel')}
        </Button>
        <Button
          disabled={filled === undefined}
          onClick={() => {
            addTo(base, view.card.talk, view.draft, filled?.text ?? '');
            onDone();
          }}
        >
          {t('canned.insert')}
        </Button>
      </Group>
    </Stack>
  );
}
