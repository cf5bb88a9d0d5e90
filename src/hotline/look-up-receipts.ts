import type { TurnItem } from '../conversation/conversation.ts';
import type { Receipt } from '../conversation/turn.ts';
import { LineError } from './errors.ts';
import type { LaneRef, LineState, RecordSheet, Records } from './ports.ts';
import { CODE_MASK, receiptCodeIn } from './receipt-code.ts';
import { neutralStatus } from './records/neutral-status.ts';
import { openSheet } from './records/sheets.ts';
import type { Vault } from './vault.ts';

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
  vault: Vault;
  receiptId(code: string): string;
}): LookUpReceipts {
  const { records, lineState, vault } = deps;

  async function allowed({ name }: LaneRef): Promise<boolean> {
    const own = await lineState.allow(`receipt:${name}`, TRIES.texter, WINDOW_MS);
    return own && (await lineState.allow('receipt', TRIES.line, WINDOW_MS));
  }

  async function lookUp(ref: LaneRef, code: string): Promise<Receipt> {
    if (!(await allowed(ref))) return { status: 'limited' };
    const record = deps.receiptId(code);
    const stored = await records.get(record);
    if (stored === undefined) return { status: 'unknown' };
    const sheet = await records.sheet(stored.of ?? stored.id);
    if (sheet === undefined) return { status: 'received', record };
    const answer = await answerOn(sheet);
    return { status: neutralStatus(sheet.status), record, ...(answer !== undefined && { answer }) };
  }

  /** None once its key is gone: the texter's text must go on its way all the same. */
  async function answerOn(sheet: RecordSheet): Promise<string | undefined> {
    try {
      const { answer } = await openSheet(sheet, { records, vault });
      return answer?.approvedBy === undefined ? undefined : answer.text;
    } catch (error) {
      if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
      throw error;
    }
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
