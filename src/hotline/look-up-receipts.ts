import type { TurnItem } from '../conversation/conversation.ts';
import type { Receipt } from '../conversation/turn.ts';
import type { LaneRef, LineState, Records } from './ports.ts';
import { CODE_MASK, receiptCodeIn } from './receipt-code.ts';

/** Looks up the receipt codes in what came in, so that the conversation, which reads no store, knows how far each report is. */
export type LookUpReceipts = (ref: LaneRef, items: TurnItem[]) => Promise<TurnItem[]>;

/**
 * Guesses are limited for each texter and for the line as a whole: 58 bits cannot be guessed at this pace. A code tried once too
 * often is not even looked up, so that the answer tells nothing.
 */
const WINDOW_MS = 3_600_000;
const TRIES = { texter: 6, line: 600 };

export function createLookUpReceipts(deps: {
  records: Records;
  lineState: LineState;
  receiptId(code: string): string;
}): LookUpReceipts {
  const { records, lineState } = deps;

  async function allowed({ name }: LaneRef): Promise<boolean> {
    const own = await lineState.allow(`receipt:${name}`, TRIES.texter, WINDOW_MS);
    return own && (await lineState.allow('receipt', TRIES.line, WINDOW_MS));
  }

  async function lookUp(ref: LaneRef, code: string): Promise<Receipt> {
    if (!(await allowed(ref))) return { status: 'limited' };
    const record = deps.receiptId(code);
    if ((await records.get(record)) === undefined) return { status: 'unknown' };
    return { status: (await records.status(record)) ?? 'received', record };
  }

  return async (ref, items) => {
    const looked: TurnItem[] = [];
    for (const item of items) {
      const code = item.kind === 'text' ? receiptCodeIn(item.text) : undefined;
      if (item.kind !== 'text' || code === undefined) {
        looked.push(item);
        continue;
      }
      const receipt = await lookUp(ref, code);
      looked.push({ ...item, text: item.text.replace(code, CODE_MASK), receipt });
    }
    return looked;
  };
}
