import { ActionIcon, Kbd, Modal, Table, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Icon } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import type { WordKey } from '../words/words.ts';
import { helpByQuestionMark } from './help-by-question-mark.ts';
import { KEYS, useKey } from './keys.ts';

const IN_PLACE: { keys: string; word: WordKey }[] = [
  { keys: 'alt+1', word: 'keys.digit' },
  { keys: 'Enter', word: 'keys.send' },
  { keys: 'Shift+Enter', word: 'keys.line' },
  { keys: 'Esc', word: 'keys.escape' },
];

/** Every key there is, a question mark away. */
export function HelpSheet() {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  useKey('help', open);
  useHotkeys([['shift+?', () => helpByQuestionMark.read() && open()]]);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={34} onClick={open} aria-label={t('help.open')}>
        <Icon name="help" size={20} />
      </ActionIcon>
      <Modal
        opened={opened}
        onClose={close}
        title={t('help.title')}
        size="md"
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('help.key')}</Table.Th>
              <Table.Th scope="col">{t('help.does')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...Object.values(KEYS), ...IN_PLACE].map(({ keys, word }) => (
              <Table.Tr key={word}>
                <Table.Td w={150}>
                  <Keys keys={keys} />
                </Table.Td>
                <Table.Td>{t(word)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed" mt="sm">
          {t('help.question-mark')}
        </Text>
      </Modal>
    </>
  );
}

const SHOWN: Record<string, string> = { alt: 'Alt', ArrowUp: '↑', ArrowDown: '↓' };

function Keys({ keys }: { keys: string }) {
  return (
    <>
      {keys.split('+').map((key, place) => (
        <span key={key}>
          {place > 0 && ' + '}
          <Kbd>{SHOWN[key] ?? key}</Kbd>
        </span>
      ))}
    </>
  );
}
