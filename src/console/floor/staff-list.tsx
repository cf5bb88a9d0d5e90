import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type OnFloor, SHIFTS, type StaffName } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { CareDialog } from './care-dialog.tsx';
import classes from './staff-list.module.css';
import { StaffRow } from './staff-row.tsx';

/** Everybody who answers: those on shift first, and those at home only when they are asked for. */
export function StaffList({ staff, onTalksOf }: { staff: readonly OnFloor[]; onTalksOf: (member: StaffName) => void }) {
  const { t, language } = useWords();
  const [home, setHome] = useState(false);
  const [cared, setCared] = useState<string>();
  const sorted = SHIFTS.flatMap((shift) =>
    staff
      .filter((member) => member.shift === shift)
      .sort((a, b) => a.name.localeCompare(b.name, language, { numeric: true })),
  );
  const shown = home ? sorted : sorted.filter(({ shift }) => shift !== 'off');
  const off = staff.filter(({ shift }) => shift === 'off').length;
  const member = staff.find(({ id }) => id === cared);
  return (
    <section aria-label={t('floor.staff')}>
      <header className={classes.head}>
        <Title order={2} size="h5">
          {t('floor.staff')}
        </Title>
        {off > 0 && (
          <Button size="compact-sm" variant="subtle" aria-pressed={home} onClick={() => setHome(!home)}>
            {t(home ? 'floor.hide-off' : 'floor.show-off', { count: off })}
          </Button>
        )}
      </header>
      {shown.length === 0 && (
        <Text className={classes.empty} c="dimmed" size="sm">
          {t('floor.no-staff')}
        </Text>
      )}
      <ul className={classes.list}>
        {shown.map((each) => (
          <li key={each.id}>
            <StaffRow member={each} onTalks={() => onTalksOf(each)} onCare={() => setCared(each.id)} />
          </li>
        ))}
      </ul>
      {member && <CareDialog member={member} onDone={() => setCared(undefined)} />}
    </section>
  );
}
