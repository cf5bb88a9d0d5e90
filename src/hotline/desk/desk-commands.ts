import { randomUUID } from 'node:crypto';
import type { Clock, Lanes, PeekedLane } from '../ports.ts';
import type { TranscriptEntry } from '../transcript.ts';
import type { Shelved } from './card-view.ts';
import type { CommandLane } from './command-lane.ts';
import { MAX_TEXT } from './desk.ts';
import type { DeskService, Say, Staff } from './desk-service.ts';
import type { CommandResult, Note } from './desk-view.ts';
import { RESERVED_MS } from './may-take.ts';
import type { Papers } from './papers.ts';
import { writeDisposition } from './read-disposition.ts';
import { isSupervisor, type OpenTalk, type Talks } from './talks.ts';
import { type Told, wrongThread } from './wrong-thread.ts';

/** How long an advocate may take a text back. */
const UNDO_MS = 4_000;
/** How long a supervisor's order may take to be carried out before they are answered all the same. */
const SETTLE_MS = 3_000;
const LOOK_MS = 20;

const DONE = { outcome: 'done' } as const;

/** What is done about one conversation. */
export function createDeskCommands(deps: {
  clock: Clock;
  lanes: Lanes;
  lane: CommandLane;
  shelf: () => Promise<readonly Shelved[]>;
  talks: Talks;
  papers: Papers;
}): Pick<
  DeskService,
  'say' | 'unsay' | 'release' | 'close' | 'danger' | 'note' | 'draft' | 'attention' | 'mute' | 'reassign'
> {
  const { clock, lanes, lane, shelf, talks, papers } = deps;

  const addNote = (staff: Staff, opened: OpenTalk, text: string | undefined, about?: Note['about']) =>
    text ? papers.addNote(opened, { at: clock.now(), by: staff.id, text, ...(about && { about }) }) : undefined;

  /** A command of whoever holds the conversation, once more checked by the lane. */
  async function owned(
    staff: Staff,
    talk: string,
    fence: number,
    run: (opened: OpenTalk) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    const opened = await talks.openFor(staff, talk);
    if (!opened?.present) return { outcome: 'gone' };
    return holds(opened.lane, staff, fence) ? run(opened) : { outcome: 'not-owner' };
  }

  const commanded = async (
    staff: Staff,
    fence: number,
    { ref }: OpenTalk,
    item: Parameters<CommandLane['command']>[1],
    id?: string,
  ): Promise<CommandResult> => {
    const outcome = await lane.command({ ref, advocate: staff.id, fence }, item, id);
    return outcome === 'not-owner' ? { outcome } : DONE;
  };

  /** Waits until what was asked of a lane is done, so that the next thing asked of it finds it so. */
  async function settled({ ref }: OpenTalk, id: string): Promise<void> {
    for (let waited = 0; waited < SETTLE_MS; waited += LOOK_MS) {
      const now = await lanes.peek(ref);
      if (!now?.inbox.some((item) => item.id === id)) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async function told(opened: OpenTalk): Promise<Told> {
    const turns: TranscriptEntry[] = (await talks.turns(opened)) ?? [];
    return {
      texts: turns.flatMap(({ i = [], s = [] }) => [...i, ...s].map(([text]) => text)),
      answers: Object.values(opened.state?.context.answers ?? {}),
    };
  }

  async function strayToken(staff: Staff, opened: OpenTalk, text: string): Promise<string | undefined> {
    const mine = (await shelf()).filter(({ read, talk }) => read.owner === staff.id && talk !== opened.talk);
    const others = await Promise.all(mine.map(({ talk }) => talks.openFor(staff, talk)));
    const elsewhere = await Promise.all(others.filter((other) => other !== undefined).map(told));
    return elsewhere.length > 0 ? wrongThread(text, await told(opened), elsewhere) : undefined;
  }

  async function refusal(staff: Staff, opened: OpenTalk, { text, confirmed }: Say): Promise<CommandResult | undefined> {
    const { context } = opened.state ?? {};
    if (text.trim() === '') return { outcome: 'empty' };
    if (text.length > MAX_TEXT) return { outcome: 'too-long' };
    if (context?.held) return { outcome: 'held', detail: context.held };
    if (opened.card?.silentSince !== undefined && !confirmed.includes('silent')) return { outcome: 'silent' };
    const stray = confirmed.includes('wrong-thread') ? undefined : await strayToken(staff, opened, text);
    return stray === undefined ? undefined : { outcome: 'wrong-thread', detail: stray };
  }

  /** Where somebody goes who is handed on. */
  function handed({ account, skill }: { account?: string | undefined; skill?: string | undefined }) {
    return {
      ...(account && { reserved: { for: account, until: clock.now() + RESERVED_MS } }),
      ...(skill && { skill }),
    };
  }

  return {
    async say(staff, talk, say) {
      const opened = await talks.open(talk);
      if (!opened?.present) return { outcome: 'gone' };
      if (opened.lane.optedOut) return { outcome: 'opted-out' };
      if (!holds(opened.lane, staff, say.fence)) return { outcome: 'not-owner' };
      // What was taken already is not judged again: the first answer may have been lost on its way.
      if (isKnown(opened.lane, say.id)) return DONE;
      const refused = await refusal(staff, opened, say);
      if (refused) return refused;
      const { id, text, original } = say;
      const confirmed = opened.card?.silentSince !== undefined;
      const item = {
        ...({ kind: 'advocate-text', advocate: staff.id, text, id, holdMs: UNDO_MS, confirmed } as const),
        ...(original && { original }),
      };
      const result = await commanded(staff, say.fence, opened, item, id);
      if (result.outcome === 'done') await papers.setDraft(opened, staff.id, '');
      return result;
    },

    async unsay(staff, talk, { id, fence }) {
      const opened = await talks.openFor(staff, talk);
      if (!opened?.present) return { outcome: 'gone' };
      return { outcome: await lanes.unsay(opened.ref, staff.id, fence, id, clock.now()) };
    },

    release: (staff, talk, { fence, to, step, account, skill, note, seen }) =>
      owned(staff, talk, fence, async (opened) => {
        if (to === 'bot' && isUnseen(opened, seen)) return { outcome: 'stale' };
        await addNote(staff, opened, note, 'transfer');
        const where =
          to === 'queue' ? handed({ account, skill }) : { ...lastSeen(opened, seen), ...(step && { step }) };
        return commanded(staff, fence, opened, { kind: 'release', advocate: staff.id, to, ...where });
      }),

    async close(staff, talk, { fence, kind, outcome, hard, seen }) {
      const disposition = writeDisposition({ kind, outcome, hard });
      const opened = await talks.openFor(staff, talk);
      const item = (from: OpenTalk) =>
        ({ kind: 'close', advocate: staff.id, disposition, ...lastSeen(from, seen) }) as const;
      // Who has opted out belongs to nobody: whoever has seen to it closes it.
      if (opened?.present && opened.card?.status === 'opted-out') {
        if (isUnseen(opened, seen)) return { outcome: 'stale' };
        return afterTelling(await lane.tell(opened.ref, talk, { ...item(opened), optedOut: true }));
      }
      return owned(staff, talk, fence, async (held) =>
        isUnseen(held, seen) ? { outcome: 'stale' } : commanded(staff, fence, held, item(held)),
      );
    },

    danger: (staff, talk, { fence, level, reason }) =>
      owned(staff, talk, fence, async (opened) => {
        await addNote(staff, opened, reason, 'danger');
        return commanded(staff, fence, opened, { kind: 'set-danger', advocate: staff.id, level });
      }),

    async note(staff, talk, { text }) {
      const opened = await talks.openFor(staff, talk);
      if (!opened) return { outcome: 'gone' };
      await addNote(staff, opened, text);
      return DONE;
    },

    async draft(staff, talk, { text }) {
      const opened = await talks.openFor(staff, talk);
      if (!opened?.present) return { outcome: 'gone' };
      await papers.setDraft(opened, staff.id, text);
      return DONE;
    },

    async attention(staff, talk, { on, reason }) {
      const opened = await talks.openFor(staff, talk);
      if (!opened?.present) return { outcome: 'gone' };
      await addNote(staff, opened, reason, 'attention');
      return afterTelling(await lane.tell(opened.ref, talk, { kind: 'attention', advocate: staff.id, on }));
    },

    async mute(staff, talk, { on, reason }) {
      const opened = await talks.openFor(staff, talk);
      if (!opened?.present) return { outcome: 'gone' };
      await addNote(staff, opened, reason, 'mute');
      return afterTelling(await lane.tell(opened.ref, talk, { kind: 'mute', advocate: staff.id, on }));
    },

    async reassign(staff, talk, { note, ...to }) {
      const opened = isSupervisor(staff) ? await talks.openFor(staff, talk) : undefined;
      if (!opened?.present || opened.card === undefined) return { outcome: 'gone' };
      await addNote(staff, opened, note, 'transfer');
      const id = randomUUID();
      const { owner } = opened.lane;
      const item = { kind: 'release', advocate: staff.id, to: 'queue', why: 'reassigned', ...handed(to) } as const;
      const outcome =
        owner === undefined
          ? await lane.tell(opened.ref, talk, item, id)
          : await lane.command({ ref: opened.ref, advocate: owner.name, fence: owner.fence }, item, id);
      // Somebody else had them, or they had gone, before the order came.
      if (outcome === 'gone' || outcome === 'not-owner') return { outcome };
      await settled(opened, id);
      return DONE;
    },
  };
}

function afterTelling(outcome: 'stored' | 'seen' | 'gone'): CommandResult {
  return outcome === 'gone' ? { outcome } : DONE;
}

/** Something came that whoever wants to let them go has not been shown. */
function isUnseen({ card }: OpenTalk, seen: number | undefined): boolean {
  return seen !== undefined && (card?.lastTextAt ?? 0) > seen;
}

/** What comes between this moment and the order's turn has been seen by nobody either. */
function lastSeen({ card }: OpenTalk, seen: number | undefined): { seen?: number } {
  const at = seen ?? card?.lastTextAt;
  return at === undefined ? {} : { seen: at };
}

function holds({ owner }: PeekedLane, staff: Staff, fence: number): boolean {
  return owner?.name === staff.id && owner.fence === fence;
}

function isKnown({ inbox, outbox, fates }: PeekedLane, id: string): boolean {
  return fates[id] !== undefined || [...inbox, ...outbox].some((item) => item.id === id);
}
