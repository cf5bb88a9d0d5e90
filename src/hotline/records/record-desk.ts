import { LINK } from '../../flow/checks/links.ts';
import type { Staff } from '../desk/desk-service.ts';
import type { Roster, RosterEntry } from '../desk/roster.ts';
import { LineError } from '../errors.ts';
import type { Clock, DeskEvents, RecordSheet, Records } from '../ports.ts';
import { openRecordStory, type RecordStory } from '../record-story.ts';
import type { SetLibrary } from '../set-library.ts';
import type { Vault } from '../vault.ts';
import { neutralStatus } from './neutral-status.ts';
import { recordCsv } from './record-csv.ts';
import { fieldsOf, isAside } from './record-fields.ts';
import type { RecordCursor, WorkStatus } from './record-ports.ts';
import { RECORD_ROLES } from './record-roles.ts';
import type { RecordExport, RecordField, RecordPage, RecordResult, RecordRow, RecordView } from './record-view.ts';
import { isShared, sharingOf } from './shared-fields.ts';
import { changeSheet, openSheet, type SheetContent } from './sheets.ts';

export interface RecordSearch {
  statuses: readonly WorkStatus[];
  kind?: string | undefined;
  after?: RecordCursor | undefined;
}

/** What staff do with what people reported. Every refusal is a value; the audit is the caller's. */
export interface RecordDesk {
  list(search: RecordSearch): Promise<RecordPage>;
  /** Undefined for unknown ids, and when the record's retention is over. Questions are worded in `language`. */
  view(id: string, language: string): Promise<RecordView | undefined>;
  /** @param seen `at` of the record as it was shown; `stale` when its teller has added to it since, which nobody would read */
  setStatus(staff: Staff, id: string, status: WorkStatus, seen: number): Promise<RecordResult>;
  /** To an account that sees records; undefined gives it back to everybody. */
  assign(staff: Staff, id: string, account: string | undefined): Promise<RecordResult>;
  note(staff: Staff, id: string, text: string): Promise<RecordResult>;
  /**
   * Leaves an answer for whoever holds the receipt code. `approvedBy`: whoever approved its words before, as a canned reply;
   * else it is told only once somebody other than its writer has approved it. Empty takes it back.
   */
  answer(staff: Staff, id: string, answer: { text: string; approvedBy?: string | undefined }): Promise<RecordResult>;
  /** @param seen `at` of the answer as it was read; `stale` when another stands in its place */
  approve(staff: Staff, id: string, seen: number): Promise<RecordResult>;
  /** Sets how far it is by what was done about it. */
  conclude(
    staff: Staff,
    id: string,
    done: { what: string; status: WorkStatus; text?: string | undefined },
  ): Promise<RecordResult>;
  /** Of all that fits the search, what its tellers agreed to pass on. */
  export(staff: Staff, search: RecordSearch): Promise<RecordExport>;
}

/** As many as a screen shows at once; more come page by page. */
const PAGE = 50;
/** About as long as two texts of an SMS: the answer stands beside how far the report is. */
export const LONGEST_ANSWER = 300;

export function createRecordDesk(deps: {
  clock: Clock;
  records: Records;
  vault: Vault;
  roster: Roster;
  library: SetLibrary;
  events: Pick<DeskEvents, 'append'>;
}): RecordDesk {
  const { clock, records, roster, library } = deps;

  async function names() {
    const known = new Map((await roster.list()).map(({ id, name }) => [id, name]));
    return (id: string) => ({ id, name: known.get(id) ?? id });
  }
  type NameOf = Awaited<ReturnType<typeof names>>;

  function row({ id, kind, at, status, assignee }: RecordSheet, nameOf: NameOf): RecordRow {
    return { id, kind, at, status, ...(assignee !== undefined && { assignee: nameOf(assignee) }) };
  }

  /** Undefined also when its key is gone. */
  async function storyOf(id: string): Promise<RecordStory | undefined> {
    try {
      return await openRecordStory(id, deps);
    } catch (error) {
      if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
      throw error;
    }
  }

  function withoutAsides(story: RecordStory): RecordStory {
    const { set } = library.current();
    const own = (kind: string, answers: Record<string, string>) =>
      Object.fromEntries(Object.entries(answers).filter(([name]) => !isAside(kind, name, set)));
    const added = story.added.map((one) => ({ ...one, answers: own(one.kind, one.answers) }));
    return { ...story, answers: own(story.kind, story.answers), added };
  }

  /** One thing done about a record, which goes into its history. */
  async function act<Refused extends 'own-answer' | 'no-answer' | 'stale'>(
    staff: Staff,
    id: string,
    what: string,
    change: (
      content: SheetContent,
      sheet: RecordSheet,
    ) => { sheet?: Partial<RecordSheet>; content?: SheetContent } | Refused,
    text?: string,
  ): Promise<RecordResult> {
    const outcome = await changeSheet(id, deps, (sheet, content) => {
      const changed = change(content, sheet);
      if (typeof changed === 'string') return changed;
      const entry = { at: clock.now(), by: staff.id, what, ...(text !== undefined && { text }) };
      const after = changed.content ?? content;
      return { ...changed, content: { ...after, history: [...after.history, entry] } };
    });
    if (outcome === 'done') await deps.events.append({ type: 'record', record: id });
    return { outcome };
  }

  return {
    async list(search) {
      const found = await records.list({ ...search, limit: PAGE });
      const nameOf = await names();
      const last = found.length === PAGE ? found.at(-1) : undefined;
      return {
        records: found.map((sheet) => row(sheet, nameOf)),
        counts: await records.counts(),
        ...(last && { next: { at: last.at, id: last.id } }),
      };
    },

    async view(id, language) {
      const sheet = await records.sheet(id);
      const story = sheet && (await storyOf(id));
      if (sheet === undefined || story === undefined) return undefined;
      const nameOf = await names();
      const { history, answer } = await openSheet(sheet, deps);
      const { set, words } = library.current();
      const fields = (kind: string, answers: Record<string, string>): RecordField[] => {
        const asked = new Map(fieldsOf(kind, { set, words, language }).map((form) => [form.name, form]));
        return Object.entries(answers).map(([name, told]) => {
          const { question = name, options } = asked.get(name) ?? {};
          const value = options?.find(({ id }) => id === told)?.label ?? told;
          return { name, value, question, shared: isShared(story, name) && !isAside(kind, name, set) };
        });
      };
      return {
        ...row(sheet, nameOf),
        ...{ createdAt: story.createdAt, language: story.language, urgency: story.urgency },
        ...{ consent: story.consent, sharing: sharingOf(story), told: neutralStatus(sheet.status) },
        fields: fields(story.kind, story.answers),
        added: story.added.map(({ at, kind, answers }) => ({ at, kind, fields: fields(kind, answers) })),
        history: history.map((entry) => ({ ...entry, by: nameOf(entry.by) })),
        ...(answer && {
          answer: {
            ...{ text: answer.text, at: answer.at, by: nameOf(answer.by) },
            ...(answer.approvedBy !== undefined && { approvedBy: nameOf(answer.approvedBy) }),
          },
        }),
      };
    },

    setStatus: (staff, id, status, seen) =>
      act(staff, id, `status:${status}`, (_, { at }) => (at === seen ? { sheet: { status } } : 'stale')),

    async assign(staff, id, account) {
      const sees = ({ id: one, roles, disabled }: RosterEntry) =>
        one === account && !disabled && RECORD_ROLES.some((role) => roles.includes(role));
      const known = account === undefined || (await roster.list()).some(sees);
      if (!known) return { outcome: 'unknown' };
      return act(staff, id, `assign:${account ?? ''}`, () => ({ sheet: { assignee: account } }));
    },

    conclude: (staff, id, { what, status, text }) => act(staff, id, what, () => ({ sheet: { status } }), text),

    note: (staff, id, text) => act(staff, id, 'note', () => ({}), text),

    async answer(staff, id, { text, approvedBy }) {
      if (text.length > LONGEST_ANSWER) return { outcome: 'too-long' };
      // As no text of the line's holds one: it is previewed on lock screens, and looks like fraud.
      if (LINK.test(text)) return { outcome: 'link' };
      if (text === '') {
        return act(staff, id, 'answer:withdrawn', (content) => ({ content: { ...content, answer: undefined } }));
      }
      const answer = { text, by: staff.id, at: clock.now(), ...(approvedBy !== undefined && { approvedBy }) };
      return act(staff, id, 'answer:left', (content) => ({ content: { ...content, answer } }), text);
    },

    approve: (staff, id, seen) =>
      act(staff, id, 'answer:approved', (content) => {
        const { answer } = content;
        if (answer === undefined || answer.approvedBy !== undefined) return 'no-answer';
        if (answer.at !== seen) return 'stale';
        if (answer.by === staff.id) return 'own-answer';
        return { content: { ...content, answer: { ...answer, approvedBy: staff.id } } };
      }),

    async export(staff, search) {
      const told: (RecordStory & { status: WorkStatus })[] = [];
      for (let after: RecordCursor | undefined; ; ) {
        const page = await records.list({ ...search, after, limit: PAGE });
        for (const { id, status } of page) {
          const story = await storyOf(id);
          if (story !== undefined) told.push({ ...withoutAsides(story), status });
        }
        after = page.at(-1);
        if (page.length < PAGE) break;
      }
      for (const { id } of told.filter((story) => sharingOf(story) !== 'nothing')) {
        await act(staff, id, 'export', () => ({}));
      }
      return recordCsv(told);
    },
  };
}
