import { Button, Card, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation } from 'wouter';
import type { PracticeView, RoundView, ScriptView } from '../../http/console-contract.ts';
import { useWords } from '../words/use-words.tsx';
import { DebriefCard } from './debrief-card.tsx';
import { useBegin, useFinish, useLeave } from './practice.ts';
import classes from './practice-screen.module.css';

/** Who can be talked to, who is being talked to, and what came of the talks that are over. */
export function Rounds({ view }: { view: PracticeView }) {
  const { t } = useWords();
  const leave = useLeave();
  const running = view.rounds.filter(({ debrief }) => debrief === undefined);
  const over = view.rounds.filter(({ debrief }) => debrief !== undefined);
  return (
    <div className={classes.page}>
      <div className={classes.inner}>
        <Title order={1} size="h3">
          {t('practice.title')}
        </Title>
        <Text c="dimmed">{t('practice.about')}</Text>
        {running.map((round) => (
          <Running key={round.id} round={round} />
        ))}
        {over.map(({ id, title, debrief }) => debrief && <DebriefCard key={id} title={title} debrief={debrief} />)}
        <Title order={2} size="h5">
          {t('practice.texters')}
        </Title>
        <ul className={classes.scripts}>
          {view.scripts.map((script) => (
            <li key={script.id}>
              <Script script={script} />
            </li>
          ))}
        </ul>
        {view.rounds.length > 0 && (
          <Group>
            <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
              {t('practice.leave')}
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}

function Running({ round }: { round: RoundView }) {
  const { t, clock } = useWords();
  const finish = useFinish();
  return (
    <Card withBorder padding="md">
      <Group justify="space-between">
        <Text>{t('practice.running', { title: round.title, time: clock(round.beganAt) })}</Text>
        <Button
          variant="default"
          size="xs"
          loading={finish.isPending}
          aria-label={t('practice.finish-named', { title: round.title })}
          onClick={() => finish.mutate(round.id)}
        >
          {t('practice.finish')}
        </Button>
      </Group>
    </Card>
  );
}

function Script({ script }: { script: ScriptView }) {
  const { t, coded, languageName } = useWords();
  const [, go] = useLocation();
  const begin = useBegin();

  async function start(): Promise<void> {
    const answer = await begin.mutateAsync(script.id).catch(() => ({ outcome: 'failed' as const }));
    if (answer.outcome === 'done') go('/practice/desk/talks');
    else notifications.show({ color: 'yellow', message: coded('practice-refusal', answer.outcome) });
  }

  return (
    <Card withBorder padding="md" className={classes.script}>
      <Title order={3} size="h6">
        {script.title}
      </Title>
      <div>
        <Text size="sm">{script.about}</Text>
        <Text size="xs" c="dimmed" mt={4}>
          {t('practice.language', { language: languageName(script.language) })}
        </Text>
      </div>
      <Button
        variant="light"
        loading={begin.isPending}
        aria-label={t('practice.begin-named', { title: script.title })}
        onClick={() => void start()}
      >
        {t('practice.begin')}
      </Button>
    </Card>
  );
}
