import { Alert, Card, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Enrolment } from '../../http/console-contract.ts';
import { setScreenTitle } from '../frame/window-title.ts';
import { useSession } from '../server/session.ts';
import { DoorPage } from '../sign-in/door-page.tsx';
import { useWords } from '../words/use-words.tsx';
import { ChoosePassword } from './choose-password.tsx';
import { ConfirmCode } from './confirm-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** From the link to the first sign-in: a password, an authenticator, and codes for the day on which it is lost. */
export default function Invitation() {
  const { t } = useWords();
  const { data: session } = useSession();
  const [token] = useState(() => location.hash.slice(1));
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<string[]>();
  useEffect(() => {
    setScreenTitle(t('invitation.title'));
    // The link opens an account: it does not stay in the history.
    history.replaceState(null, '', location.pathname);
  }, [t]);
  return (
    <DoorPage programme={session?.programme ?? ''}>
      <Card withBorder radius="lg" padding="xl" shadow="sm">
        <Title order={1} size="h3" mb="sm">
          {t('invitation.title')}
        </Title>
        {codes ? (
          <RecoveryCodes codes={codes} next={t('recovery.go')} onKept={() => location.assign('/console/')} />
        ) : enrolment ? (
          <ConfirmCode path="/api/invitation/confirm" token={token} enrolment={enrolment} onConfirmed={setCodes} />
        ) : token === '' ? (
          <Alert color="yellow">{t('invitation.no-token')}</Alert>
        ) : (
          <ChoosePassword token={token} onEnrol={setEnrolment} />
        )}
      </Card>
    </DoorPage>
  );
}
