import {
  type Lane,
  type LaneMode,
  type LaneRef,
  type OutboxItem,
  recentAfter,
  type Settlement,
  type Turn,
} from '../../hotline/ports.ts';

/** A lane as this process keeps it. */
export interface Kept {
  ref: LaneRef;
  fence: number;
  turn: number;
  mode: LaneMode | undefined;
  conversation: string | undefined;
  state: Buffer | undefined;
  number: Buffer | undefined;
  optedOut: boolean;
  asked: Lane['asked'];
  recent: string[];
  timer: number | undefined;
  past: string[];
  owner: { name: string; fence: number } | undefined;
  attention: boolean;
  lease: { fence: number; until: number } | undefined;
  inbox: Lane['inbox'];
  outbox: Map<string, OutboxItem>;
  fates: Map<string, string>;
  seen: Map<string, number>;
  transcripts: Map<string, Buffer[]>;
}

/** A lane of which nothing is known. */
export function blank(ref: LaneRef): Kept {
  return {
    ref,
    fence: 0,
    turn: 0,
    mode: undefined,
    conversation: undefined,
    state: undefined,
    number: undefined,
    optedOut: false,
    asked: undefined,
    recent: [],
    timer: undefined,
    past: [],
    owner: undefined,
    attention: false,
    lease: undefined,
    inbox: [],
    outbox: new Map(),
    fates: new Map(),
    seen: new Map(),
    transcripts: new Map(),
  };
}

/** What a lease's holder gets to see: a copy. */
export function view(lane: Kept): Lane {
  const { ref, fence, turn, mode, conversation, state, number, optedOut, asked, timer } = lane;
  const copies = {
    recent: [...lane.recent],
    past: [...lane.past],
    inbox: [...lane.inbox],
    outbox: [...lane.outbox.values()],
  };
  return { ref, fence, turn, mode, conversation, state, number, optedOut, asked, timer, ...copies };
}

/** Writes a turn whole. */
export function write(lane: Kept, turn: Turn): void {
  lane.turn = turn.after + 1;
  lane.mode = turn.mode;
  lane.conversation = turn.conversation || undefined;
  lane.state = turn.state.length > 0 ? turn.state : undefined;
  lane.number = turn.number.length > 0 ? turn.number : undefined;
  lane.optedOut = turn.optedOut;
  lane.asked = turn.asked;
  lane.timer = turn.timer;
  if (turn.mode !== 'live') lane.owner = undefined;
  if (turn.previous) lane.past.push(turn.previous);
  lane.inbox.splice(0, turn.taken);
  if (turn.transcript) {
    const transcript = lane.transcripts.get(turn.conversation) ?? [];
    lane.transcripts.set(turn.conversation, [...transcript, turn.transcript]);
  }
  for (const [id, fate] of Object.entries(turn.fates)) lane.fates.set(id, fate);
  change(lane, turn);
}

/** Puts and drops outbox items. */
export function change(lane: Kept, { put, drop }: Pick<Settlement, 'put' | 'drop'>): void {
  lane.recent = recentAfter(lane.recent, put);
  for (const item of put) lane.outbox.set(item.id, keepReport(lane, item));
  for (const id of drop) {
    endFate(lane, id);
    lane.outbox.delete(id);
  }
}

/** Nothing more will be heard of it: those who watch are told how far it came. */
export function endFate(lane: Kept, id: string): void {
  if (lane.fates.get(id) !== 'waiting') return;
  const item = lane.outbox.get(id);
  lane.fates.set(id, item?.kind === 'text' && item.state === 'accepted' ? 'accepted' : 'dropped');
}

/** What a callback said stands; a refusal, which no callback tells, is written as the text's report. */
function keepReport(lane: Kept, item: OutboxItem): OutboxItem {
  if (item.kind !== 'text' || item.report?.sid === '') return item;
  const before = lane.outbox.get(item.id);
  const { report: _stale, ...text } = item;
  return before?.kind === 'text' && before.report ? { ...text, report: before.report } : text;
}
