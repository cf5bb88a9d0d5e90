import { Alert, Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Session } from '../../http/console-contract.ts';
import { Icon } from '../look/icon.tsx';
import { addressOf, type Screen, screensFor } from '../screens.ts';
import { DeskProvider } from '../server/desk.tsx';
import { useWords } from '../words/use-words.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import classes from './frame.module.css';
import { HelpSheet } from './help-sheet.tsx';
import { Navigation } from './navigation.tsx';
import { Ring } from './ring.tsx';
import { ShiftSwitch } from './shift-switch.tsx';
import { setScreenTitle } from './window-title.ts';

/** What surrounds every screen: where one can go, whether one is on shift, and whether the connection stands. */
export default function Frame({ session }: { session: Session }) {
  const { t } = useWords();
  const [menu, { open, close }] = useDisclosure(false);
  const screens = screensFor(session.me?.roles ?? []);
  const first = screens[0];
  return (
    <DeskProvider base="/api">
      <a className={classes.skip} href="#content">
        {t('frame.skip')}
      </a>
      <div className={classes.frame}>
        <header className={classes.header}>
          <UnstyledButton className={classes.burger} onClick={open} aria-label={t('frame.menu')}>
            <Icon name="menu" size={22} />
          </UnstyledButton>
          <span className={classes.brand}>
            <img src={new URL('../look/lantern.svg', import.meta.url).href} alt="" width={26} height={26} />
            <span className={classes.name}>{session.programme}</span>
          </span>
          <span className={classes.spring} />
          <ConnectionMark />
          <ShiftSwitch />
          <HelpSheet />
          <AccountMenu />
        </header>
        <nav className={classes.rail} aria-label={t('frame.navigation')}>
          <Navigation screens={screens} />
        </nav>
        <main id="content" className={classes.content} tabIndex={-1}>
          <Suspense fallback={null}>
            <Switch>
              {screens.map((screen) => (
                <Route key={screen.path} path={screen.path}>
                  <Titled screen={screen} />
                </Route>
              ))}
              <Route>
                {first ? <Redirect to={addressOf(first)} replace /> : <Alert m="md">{t('frame.no-screens')}</Alert>}
              </Route>
            </Switch>
          </Suspense>
        </main>
      </div>
      <Drawer
        opened={menu}
        onClose={close}
        title={session.programme}
        size={260}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <nav aria-label={t('frame.navigation')}>
          <Navigation screens={screens} onGo={close} wide />
        </nav>
      </Drawer>
      <Ring />
    </DeskProvider>
  );
}

function Titled({ screen }: { screen: Screen }) {
  const { t } = useWords();
  useEffect(() => setScreenTitle(t(screen.title)), [t, screen.title]);
  useEffect(() => {
    // A new screen begins at its top for the keyboard too, unless something on it has taken the focus already.
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, []);
  const Component = screen.component;
  return <Component />;
}
