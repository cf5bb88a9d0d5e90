import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { ReferralBody, ReferralEntry } from '../../../http/console-contract.ts';
import { useDesk } from '../../server/desk.tsx';
import { useFindReferrals } from '../../server/replies.ts';
import { useWords } from '../../words/use-words.tsx';
import { addTo } from '../drafts.ts';
import { Tag } from '../tag.tsx';
import classes from './referral-form.module.css';
import type { ToolForm } from './tool-form.ts';

/** The directory, asked as the bot asks it; what is chosen goes into the box in the bot's own words. */
export function ReferralForm({ view, onDone }: ToolForm) {
  const { t, coded } = useWords();
  const { base } = useDesk();
  const find = useFindReferrals();
  const told = (name: string) => view.handoff.answers.find((answer) => answer.name === name)?.value ?? '';
  const [request, setRequest] = useState(told('said'));
  const [place, setPlace] = useState(told('place'));
  const found = find.data;

  function look(over: Partial<ReferralBody> = {}): void {
    find.mutate({ request, place, language: view.handoff.language, ...over });
  }

  function insert({ text }: ReferralEntry): void {
    addTo(base, view.card.talk, view.draft, text);
    onDone();
  }

  return (
    <form
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        look();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('referral.request')}
          description={t('referral.request-more')}
          required
          data-autofocus
          maxLength={200}
          value={request}
          onChange={(event) => setRequest(event.currentTarget.value)}
        />
        <TextInput
          label={t('referral.place')}
          description={t('referral.place-more')}
          maxLength={200}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <Group justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {t('referral.safe')}
          </Text>
          <Button type="submit" flex="none" loading={find.isPending} disabled={request.trim() === ''}>
            {t('referral.find')}
          </Button>
        </Group>
        <div role="status">
          {find.isError && (
            <Alert color="red" variant="light" p="xs">
              {coded('refusal', 'failed')}
            </Alert>
          )}
          {found?.kind === 'where' && <Text size="sm">{t('referral.where')}</Text>}
          {found?.kind === 'nothing' && <Text size="sm">{t('referral.nothing')}</Text>}
          {found?.kind === 'found' && <Text size="sm">{t(`referral.${found.reach}`)}</Text>}
          {found?.kind === 'which-place' && (
            <Stack gap="xs">
              <Text size="sm">{t('referral.which')}</Text>
              <Group gap="xs">
                {found.choices.map(({ city, state }) => {
                  const name = city ? `${city}, ${state}` : state;
                  return (
                    <Button
                      key={name}
                      size="xs"
                      variant="default"
                      onClick={() => {
                        setPlace(name);
                        look({ place: name });
                      }}
                    >
                      {name}
                    </Button>
                  );
                })}
              </Group>
            </Stack>
          )}
        </div>
        {found?.kind === 'found' && (
          <ul className={classes.entries}>
            {found.entries.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} onInsert={() => insert(entry)} />
              </li>
            ))}
          </ul>
        )}
        {found?.kind === 'found' && found.more !== undefined && (
          <Button variant="default" size="xs" onClick={() => look({ after: found.more })}>
            {t('referral.next')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

function Entry({ entry, onInsert }: { entry: ReferralEntry; onInsert: () => void }) {
  const { t, day, languageName } = useWords();
  return (
    <article className={classes.entry}>
      <div>
        <strong>{entry.name}</strong>
        <p>
          {entry.number}
          {entry.area && ` · ${entry.area}`}
        </p>
        <div className={classes.tags}>
          {entry.verified && (
            <Tag tone="accent" icon="check">
              {t('referral.verified')}
            </Tag>
          )}
          {entry.languages.map((language) => (
            <Tag key={language}>{languageName(language)}</Tag>
          ))}
        </div>
        {entry.reverifyBy && (
          <Text size="xs" c="dimmed" mt={4}>
            {t('referral.until', { day: day(Date.parse(`${entry.reverifyBy}T12:00`)) })}
          </Text>
        )}
      </div>
      <Button
        size="xs"
        variant="light"
        flex="none"
        onClick={onInsert}
        aria-label={t('referral.insert-this', { name: entry.name })}
      >
        {t('referral.insert')}
      </Button>
    </article>
  );
}
