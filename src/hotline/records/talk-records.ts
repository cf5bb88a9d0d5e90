import type { Staff } from '../desk/desk-service.ts';
import { isSupervisor, type OpenTalk, type Talks } from '../desk/talks.ts';
import type { Keyring } from '../keyring.ts';
import type { Clock, DeskEvents, Records } from '../ports.ts';
import { receiptCodeFor, receiptId } from '../receipt-code.ts';
import type { Vault } from '../vault.ts';
import { fieldsOf, kindsIn, recordStep } from './record-fields.ts';
import type { RecordResult, TalkRecordForms } from './record-view.ts';
import { sealRecord } from './seal-record.ts';
import { takeAddition } from './take-addition.ts';

/** A record as an advocate fills it in with somebody. */
export interface TalkRecord {
  /** The browser's own: said again, the same record with the same code comes of it. */
  id: string;
  kind: string;
  answers: Readonly<Record<string, string>>;
  /** Adds to the report whose receipt code they sent in this conversation. */
  adds: boolean;
}

/** Records made from inside a conversation, beginning with what the bot has heard. */
export interface TalkRecords {
  /** Undefined where there is no such conversation, or it is not this person's to read. Worded in `language`. */
  forms(staff: Staff, talk: string, language: string): Promise<TalkRecordForms | undefined>;
  /** `code` and `text` are for the texter alone: the line keeps neither. */
  make(staff: Staff, talk: string, record: TalkRecord): Promise<RecordResult<{ code?: string; text?: string }>>;
}

const CONSENT = 'consent';

export function createTalkRecords(deps: {
  clock: Clock;
  talks: Talks;
  records: Records;
  vault: Vault;
  keyring: Keyring;
  events: Pick<DeskEvents, 'append'>;
}): TalkRecords {
  const { clock, talks, records, vault, keyring, events } = deps;

  async function mine(staff: Staff, talk: string): Promise<OpenTalk | undefined> {
    const opened = await talks.openFor(staff, talk);
    if (!opened?.present) return undefined;
    return isSupervisor(staff) || opened.lane.owner?.name === staff.id ? opened : undefined;
  }

  return {
    async forms(staff, talk, language) {
      const opened = await mine(staff, talk);
      if (opened === undefined) return undefined;
      const { set, words } = opened.talker;
      const { answers = {}, recorded = false } = opened.state?.context ?? {};
      const kinds = kindsIn(set).map((kind) => {
        const fields = fieldsOf(kind, { set, words, language });
        const heard = fields.flatMap(({ name }) => (answers[name] === undefined ? [] : [[name, answers[name]]]));
        return { kind, fields, heard: Object.fromEntries(heard) as Record<string, string> };
      });
      return { kinds, recorded, known: answers['record-id'] !== undefined };
    },

    async make(staff, talk, { id, kind, answers, adds }) {
      const opened = await mine(staff, talk);
      if (opened === undefined || !kindsIn(opened.talker.set).includes(kind)) return { outcome: 'unknown' };
      const { set, words } = opened.talker;
      const { context } = opened.state ?? {};
      const of = adds ? context?.answers?.['record-id'] : undefined;
      if (adds && of === undefined) return { outcome: 'unknown' };
      const fields = fieldsOf(kind, { set, words, language: 'en' });
      // Nobody's consent is taken for granted: where the flow asks for it, so does the form.
      const unfit = Object.entries(answers).some(([name, value]) => {
        const field = fields.find((one) => one.name === name);
        return field === undefined || (field.options && !field.options.some((option) => option.id === value));
      });
      const unasked = fields.some(({ name }) => name === CONSENT) && answers[CONSENT] === undefined;
      const { [CONSENT]: consent = 'none', ...told } = answers;
      if (unfit || unasked || Object.keys(told).length === 0) return { outcome: 'incomplete' };
      const code = receiptCodeFor(`${talk} ${id}`, keyring);
      const language = context?.language ?? set.profile.defaultLanguage;
      const first = of === undefined ? undefined : await records.get(of);
      const sealed = await sealRecord(
        {
          ...{ kind, answers: told, consent, language: context?.speaks ?? language },
          ...{ urgency: opened.card?.priority ?? 'rest', ...(first && { of: first.of ?? first.id }) },
        },
        { id: receiptId(code, keyring), now: clock.now(), vault },
      );
      await records.put(sealed);
      if (sealed.of !== undefined) await takeAddition(sealed.of, sealed.createdAt, { records, vault });
      await events.append({ type: 'record', record: sealed.of ?? sealed.id });
      const receipt = of === undefined ? recordStep(set, kind)?.say : undefined;
      return { outcome: 'done', ...(receipt && { code, text: words.render(language, receipt, { code }) }) };
    },
  };
}
