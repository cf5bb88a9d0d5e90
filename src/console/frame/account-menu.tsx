import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { Icon, type IconName } from '../look/icon.tsx';
import { useMe, useSignOut } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';

const SCHEMES: { scheme: 'light' | 'dark' | 'auto'; icon: IconName }[] = [
  { scheme: 'light', icon: 'sun' },
  { scheme: 'dark', icon: 'moon' },
  { scheme: 'auto', icon: 'gear' },
];

export function AccountMenu() {
  const { t } = useWords();
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('account.menu', { name: me.name })}>
          <Icon name="person" size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown miw={190}>
        <Menu.Label>{me.name}</Menu.Label>
        <Menu.Label>{me.roles.map((role) => t(`role.${role}`)).join(', ')}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('theme.title')}</Menu.Label>
        {SCHEMES.map(({ scheme, icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon name={icon} size={16} />}
            onClick={() => setColorScheme(scheme)}
            {...(scheme === colorScheme && { 'aria-current': true, bg: 'var(--accent-soft)' })}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="arrow" size={16} />} onClick={() => signOut.mutate()}>
          {t('account.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
