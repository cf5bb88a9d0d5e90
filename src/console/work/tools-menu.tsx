import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import type { CardView } from '../../http/console-contract.ts';
import { useKey } from '../frame/keys.ts';
import { Icon, type IconName } from '../look/icon.tsx';
import { PRACTICE_BASE, useDesk } from '../server/desk.tsx';
import { useWords } from '../words/use-words.tsx';

export type Tool =
  | 'reply'
  | 'referral'
  | 'record'
  | 'transfer'
  | 'queue'
  | 'bot'
  | 'danger'
  | 'attention'
  | 'mute'
  | 'reveal'
  | 'close';

/** What needs the conversation in one's hands, and what a look at it is enough for. */
const TOOLS: { tool: Tool; icon: IconName; held: boolean }[] = [
  { tool: 'reply', icon: 'quote', held: true },
  { tool: 'referral', icon: 'pin', held: true },
  { tool: 'record', icon: 'clipboard', held: true },
  { tool: 'transfer', icon: 'transfer', held: true },
  { tool: 'queue', icon: 'queue', held: true },
  { tool: 'bot', icon: 'bot', held: true },
  { tool: 'danger', icon: 'alert', held: true },
  { tool: 'attention', icon: 'flag', held: false },
  { tool: 'mute', icon: 'mute', held: false },
  { tool: 'reveal', icon: 'phone', held: false },
];

export function ToolsMenu({
  held,
  card,
  focused,
  onTool,
}: {
  held: boolean;
  card: CardView;
  focused: boolean;
  onTool: (tool: Tool) => void;
}) {
  const { t } = useWords();
  const { base } = useDesk();
  const [opened, setOpened] = useState(false);
  useKey('tools', focused ? () => setOpened(true) : undefined);
  // Nothing that is told in practice is kept.
  const usable = TOOLS.filter(({ tool, held: own }) => (held || !own) && (tool !== 'record' || base !== PRACTICE_BASE));
  const word = (tool: Tool) => {
    if (tool === 'mute' && card.muted) return t('tool.unmute');
    if (tool === 'attention' && card.attention) return t('tool.attention-over');
    return t(`tool.${tool}`);
  };
  return (
    // By default any key outside closes it: the very key that opens it is one.
    <Menu
      position="bottom-end"
      withinPortal
      opened={opened}
      onChange={setOpened}
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('tool.menu')}>
          <Icon name="dots" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown miw={220}>
        {usable.map(({ tool, icon }) => (
          <Menu.Item key={tool} leftSection={<Icon name={icon} size={16} />} onClick={() => onTool(tool)}>
            {word(tool)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
