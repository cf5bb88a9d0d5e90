import { Alert, Button, Checkbox, Group, Loader, Select, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { FieldForm, RecordResult, TalkRecordBody, TalkRecordForms } from '../../../http/console-contract.ts';
import { useDesk } from '../../server/desk.tsx';
import { useTalkRecordForms } from '../../server/records.ts';
import { useCommand } from '../../server/talk.ts';
import { useWords } from '../../words/use-words.tsx';
import { addTo } from '../drafts.ts';
import type { ToolForm } from './tool-form.ts';

/** Nothing is written down before they were asked. */
const CONSENT = 'consent';

/** A tip or another record, begun with what the bot heard. */
export function RecordForm(tool: ToolForm) {
  const { data: forms } = useTalkRecordForms(tool.view.card.talk);
  return forms ? <Opened {...tool} forms={forms} /> : <Loader />;
}

function Opened({ view, onDone, forms }: ToolForm & { forms: TalkRecordForms }) {
  const { t, coded } = useWords();
  const { base } = useDesk();
  const { talk } = view.card;
  const begun = forms.kinds.toSorted((a, b) => heardOf(b) - heardOf(a))[0];
  const make = useCommand<TalkRecordBody, { code?: string; text?: string }>(talk, 'records');
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState(begun?.kind ?? '');
  const [answers, setAnswers] = useState<Record<string, string>>(begun?.heard ?? {});
  const [adds, setAdds] = useState(false);
  const form = forms.kinds.find((one) => one.kind === kind);
  const unasked = form?.fields.some(({ name }) => name === CONSENT) && !answers[CONSENT];
  const result = make.data as RecordResult<{ text?: string }> | undefined;
  const refused = make.isError ? 'failed' : result?.outcome;

  if (result?.outcome === 'done') {
    const { text } = result;
    return (
      <Stack gap="md">
        <Text>{t(text ? 'form.done' : 'form.done-silent')}</Text>
        {text && <Alert variant="light">{text}</Alert>}
        <Group justify="flex-end">
          <Button
            onClick={() => {
              if (text) addTo(base, talk, view.draft, text);
              onDone();
            }}
          >
            {t(text ? 'form.insert' : 'frame.close')}
          </Button>
        </Group>
      </Stack>
    );
  }

  function send(event: SubmitEvent): void {
    event.preventDefault();
    const told = Object.entries(answers).filter(([, value]) => value.trim() !== '');
    make.mutate({ id, kind, adds, answers: Object.fromEntries(told) });
  }

  return (
    <form onSubmit={send}>
      <Stack gap="md">
        {forms.recorded && (
          <Alert color="yellow" variant="light" p="xs">
            {t('form.recorded')}
          </Alert>
        )}
        <Select
          label={t('form.kind')}
          allowDeselect={false}
          value={kind}
          onChange={(value) => {
            setKind(value ?? '');
            setAnswers(forms.kinds.find((one) => one.kind === value)?.heard ?? {});
          }}
          data={forms.kinds.map((one) => ({ value: one.kind, label: coded('record-kind', one.kind) }))}
        />
        {form && heardOf(form) > 0 && (
          <Text size="sm" c="dimmed">
            {t('form.heard')}
          </Text>
        )}
        {form?.fields.map((field) => (
          <Field
            key={`${kind} ${field.name}`}
            field={field}
            value={answers[field.name] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [field.name]: value })}
          />
        ))}
        {forms.known && (
          <Checkbox label={t('form.adds')} checked={adds} onChange={(event) => setAdds(event.currentTarget.checked)} />
        )}
        <div role="alert">
          {refused && (
            <Alert color="red" variant="light" p="xs">
              {coded('refusal', refused)}
            </Alert>
          )}
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('tool.cancel')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={form === undefined || unasked}>
            {t('form.write')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Field({ field, value, onChange }: { field: FieldForm; value: string; onChange: (value: string) => void }) {
  const { t, coded } = useWords();
  if (field.options) {
    return (
      <Select
        label={field.question}
        placeholder={t('form.leave-out')}
        clearable
        required={field.name === CONSENT}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        data={field.options.map((option) => ({ value: option.id, label: option.label ?? coded('answer', option.id) }))}
      />
    );
  }
  return (
    <Textarea
      label={field.question}
      autosize
      minRows={1}
      maxLength={2_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function heardOf({ heard }: TalkRecordForms['kinds'][number]): number {
  return Object.keys(heard).length;
}
