import { Text } from '@mantine/core';
import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import { Icon } from '../look/icon.tsx';
import { DeskProvider, PRACTICE_BASE } from '../server/desk.tsx';
import { useWords } from '../words/use-words.tsx';
import WorkScreen from '../work/work-screen.tsx';
import { usePractice } from './practice.ts';
import classes from './practice-screen.module.css';
import { Rounds } from './rounds.tsx';

/** The desk as it is, with texters that nobody is behind. The mark above it never goes away. */
export default function PracticeScreen() {
  const { t } = useWords();
  const [atDesk] = useRoute('/practice/desk/*?');
  const { data } = usePractice();
  const open = data !== undefined && data.rounds.length > 0;
  return (
    <div className={classes.practice}>
      <div className={classes.mark} role="note">
        <Icon name="flag" />
        <Text size="sm" fw={600}>
          {t('practice.mark')}
        </Text>
        {open && !atDesk && <Link href="/practice/desk/talks">{t('practice.to-desk')}</Link>}
        {open && atDesk && <Link href="/practice">{t('practice.to-texters')}</Link>}
      </div>
      {open && atDesk ? (
        <Route path="/practice/desk" nest>
          <Desk />
        </Route>
      ) : (
        data && <Rounds view={data} />
      )}
    </div>
  );
}

function Desk() {
  return (
    <DeskProvider base={PRACTICE_BASE}>
      <Switch>
        <Route path="/talks/:talk?">
          <WorkScreen />
        </Route>
        <Route>
          <Redirect to="/talks" replace />
        </Route>
      </Switch>
    </DeskProvider>
  );
}
