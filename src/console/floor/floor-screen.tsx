import { Alert, Button, Loader, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useFloor } from '../server/floor.ts';
import { useQueue } from '../server/queue.ts';
import { useWords } from '../words/use-words.tsx';
import { FloorAlerts } from './floor-alerts.tsx';
import { withLoad } from './floor-needs.ts';
import classes from './floor-screen.module.css';
import { OpenTalks } from './open-talks.tsx';
import { StaffList } from './staff-list.tsx';
import type { Shown } from './talk-filter.ts';

/** For whoever leads a shift: what needs them, every open conversation, and everybody who is there. */
export default function FloorScreen() {
  const { t } = useWords();
  const queue = useQueue();
  const floor = useFloor();
  const [part, setPart] = useState('talks');
  const [shown, setShown] = useState<Shown>({ filter: 'all' });

  function show(next: Shown): void {
    setShown(next);
    setPart('talks');
  }

  const failed = (queue.isError && !queue.data) || (floor.isError && !floor.data);
  if (!queue.data || !floor.data) {
    return (
      <div className={classes.blank}>
        <VisuallyHidden component="h1">{t('floor.title')}</VisuallyHidden>
        {failed ? (
          <Alert color="red" variant="light">
            {t('floor.failed')}{' '}
            <Button onClick={() => void Promise.all([queue.refetch(), floor.refetch()])}>{t('frame.retry')}</Button>
          </Alert>
        ) : (
          <Loader />
        )}
      </div>
    );
  }
  const staff = withLoad(floor.data.staff, queue.data);
  return (
    <div className={classes.floor} data-part={part}>
      <VisuallyHidden component="h1">{t('floor.title')}</VisuallyHidden>
      <FloorAlerts
        queue={queue.data}
        floor={floor.data}
        onNeeds={() => show({ filter: 'needs' })}
        onStaff={() => setPart('staff')}
      />
      <SegmentedControl
        className={classes.parts}
        fullWidth
        size="xs"
        aria-label={t('floor.parts')}
        value={part}
        onChange={setPart}
        data={[
          { value: 'talks', label: t('floor.talks') },
          { value: 'staff', label: t('floor.staff') },
        ]}
      />
      <div className={classes.talks}>
        <OpenTalks queue={queue.data} staff={staff} shown={shown} onShow={show} />
      </div>
      <div className={classes.staff}>
        <StaffList staff={staff} onTalksOf={({ id, name }) => show({ filter: 'all', owner: { id, name } })} />
      </div>
    </div>
  );
}
