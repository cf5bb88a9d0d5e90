import { Button, Menu } from '@mantine/core';
import { SHIFTS, type Shift } from '../../http/console-contract.ts';
import { Icon, type IconName } from '../look/icon.tsx';
import { useMe, useSetShift } from '../server/session.ts';
import { useWords } from '../words/use-words.tsx';

const ICONS: Record<Shift, IconName> = { on: 'check', break: 'coffee', off: 'moon' };
const COLORS: Record<Shift, string> = { on: 'tide', break: 'yellow', off: 'gray' };

/** On, on a break or off: whoever is on is rung and may take people. */
export function ShiftSwitch() {
  const { t } = useWords();
  const { shift } = useMe();
  const set = useSetShift();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant={shift === 'on' ? 'light' : 'default'}
          color={COLORS[shift]}
          loading={set.isPending}
          leftSection={<Icon name={ICONS[shift]} size={15} />}
        >
          {t(`shift.${shift}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shift.title')}</Menu.Label>
        {SHIFTS.map((each) => (
          <Menu.Item
            key={each}
            leftSection={<Icon name={ICONS[each]} size={16} />}
            onClick={() => set.mutate(each)}
            {...(each === shift && { 'aria-current': true, bg: 'var(--accent-soft)' })}
          >
            {t(`shift.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
