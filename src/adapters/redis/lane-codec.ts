import {
  type InboxItem,
  type Lane,
  type LaneMode,
  type LaneRef,
  type OutboxItem,
  type OutgoingText,
  type PeekedLane,
  recentAfter,
  type Turn,
} from '../../hotline/ports.ts';

type Reply = (Buffer | string)[];

/** A lane hash's fields, in one letter each: every open conversation holds them in memory. */
export function laneFields(lane: Lane, turn: Turn): (string | Buffer)[] {
  return [
    ...['c', turn.conversation],
    ...['s', turn.state],
    ...['n', turn.number],
    ...['m', turn.mode],
    ...['o', turn.optedOut ? '1' : ''],
    ...['q', packAsked(turn.asked)],
    ...['r', recentAfter(lane.recent, turn.put).join(' ')],
    ...['d', turn.timer === undefined ? '' : String(turn.timer)],
  ];
}

/** `ms id`, and ` lost` behind it if so, or nothing. */
export function packAsked(asked: Lane['asked']): string {
  return asked ? `${asked.at} ${asked.id}${asked.lost ? ' lost' : ''}` : '';
}

/** Reads what the accept, lease and settle scripts return of a lane. */
export function readLane(ref: LaneRef, fence: number, lane: Reply, inbox: Reply, outbox: Reply): Lane {
  const fields = new Map<string, Buffer>();
  for (let n = 0; n < lane.length; n += 2) fields.set(String(lane[n]), toBuffer(lane[n + 1]));
  const text = (field: string) => fields.get(field)?.toString() || undefined;
  const bytes = (field: string) => (fields.get(field)?.length ? fields.get(field) : undefined);
  const [askedAt, askedId = '', lost] = text('q')?.split(' ') ?? [];
  const timer = text('d');
  return {
    ref,
    fence,
    turn: Number(text('t') ?? 0),
    mode: text('m') as LaneMode | undefined,
    conversation: text('c'),
    state: bytes('s'),
    number: bytes('n'),
    optedOut: text('o') === '1',
    asked: askedAt === undefined ? undefined : { at: Number(askedAt), id: askedId, ...(lost && { lost: true }) },
    timer: timer === undefined ? undefined : Number(timer),
    recent: text('r')?.split(' ') ?? [],
    past: text('b')?.split(' ') ?? [],
    inbox: inbox.map((item) => unpackInbox(String(item))),
    outbox: readOutbox(outbox),
  };
}

/** Reads what the peek script returns; undefined for a lane that was never written to. */
export function readPeeked(
  ref: LaneRef,
  [lane = [], inbox = [], outbox = [], fates = []]: Reply[],
): PeekedLane | undefined {
  const fields = textFields(lane);
  if (fields.f === undefined) return undefined;
  const owner = fields.w && fields.wf ? { name: fields.w, fence: Number(fields.wf) } : undefined;
  return { ...readLane(ref, Number(fields.f), lane, inbox, outbox), owner, fates: textFields(fates) };
}

function textFields(reply: Reply): Record<string, string> {
  const pairs: [string, string][] = [];
  for (let n = 0; n < reply.length; n += 2) pairs.push([String(reply[n]), String(reply[n + 1])]);
  return Object.fromEntries(pairs);
}

/** One line of JSON; sealed bytes in base64. */
export function packInbox(item: InboxItem): string {
  return JSON.stringify({ ...item, sealed: item.sealed.toString('base64') });
}

function unpackInbox(packed: string): InboxItem {
  const item = JSON.parse(packed);
  return { ...item, sealed: Buffer.from(item.sealed, 'base64') };
}

/** One line of JSON; sealed bytes in base64. A callback's report is kept beside the item, so that neither overwrites the other. */
export function packOutbox(item: OutboxItem): string {
  if (item.kind !== 'text') return JSON.stringify(item);
  const { report: _beside, ...text } = item;
  return JSON.stringify({ ...text, sealed: item.sealed.toString('base64') });
}

function readOutbox(reply: Reply): OutboxItem[] {
  const items: OutboxItem[] = [];
  const reports = new Map<string, OutgoingText['report']>();
  for (let n = 0; n < reply.length; n += 2) {
    const id = String(reply[n]);
    const packed = String(reply[n + 1]);
    if (id.endsWith(REPORT)) reports.set(id.slice(0, -REPORT.length), unpackReport(packed));
    else items.push(unpackOutbox(packed));
  }
  return items.map((item) => {
    const report = reports.get(item.id);
    return item.kind === 'text' && report ? { ...item, report } : item;
  });
}

function unpackOutbox(packed: string): OutboxItem {
  const item = JSON.parse(packed);
  return item.kind === 'text' ? { ...item, sealed: Buffer.from(item.sealed, 'base64') } : item;
}

/** The field that holds a text's report, after its id. */
export const REPORT = ':r';

/** `rank {json}`: the rank in front lets the script compare without knowing statuses. */
export function packReport(report: NonNullable<OutgoingText['report']>): string {
  const { sid, status, errorCode } = report;
  return JSON.stringify({ sid, status, ...(errorCode !== undefined && { errorCode }) });
}

function unpackReport(packed: string): OutgoingText['report'] {
  return JSON.parse(packed.slice(packed.indexOf(' ') + 1));
}

function toBuffer(value: Buffer | string | undefined): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(value ?? '');
}
