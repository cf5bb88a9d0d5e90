import { describe, expect, it } from '@jest/globals';
import { createMemoryLineState } from '../../src/adapters/memory/line-state.ts';
import { createMemoryRecords } from '../../src/adapters/memory/records.ts';
import type { TurnItem } from '../../src/conversation/conversation.ts';
import { createLookUpReceipts } from '../../src/hotline/look-up-receipts.ts';
import { newReceiptCode, receiptCodeIn } from '../../src/hotline/receipt-code.ts';

const CODE = '7KQF-M2XW-9TRA';
const item = (text: string): TurnItem => ({ kind: 'text', text, receivedAt: 0, media: [], late: false });
const ref = (name: string) => ({ partition: 1, name });

async function line() {
  let now = 0;
  const records = createMemoryRecords();
  await records.put({ id: `id of ${CODE}`, keyId: 'k', sealed: '', createdAt: 0 });
  const lookUp = createLookUpReceipts({
    records,
    lineState: createMemoryLineState(() => now),
    receiptId: (code) => `id of ${code.toUpperCase()}`,
  });
  return { records, lookUp, pass: (ms: number) => (now += ms) };
}

describe('a receipt code in a text', () => {
  it('is found, told of and masked', async () => {
    const { lookUp, records } = await line();
    const record = `id of ${CODE}`;
    expect(await lookUp(ref('a'), [item(`hi, code ${CODE.toLowerCase()} please`)])).toEqual([
      { ...item('hi, code [code] please'), receipt: { status: 'received', record } },
    ]);
    await records.setStatus(record, 'closed');
    expect(await lookUp(ref('a'), [item(CODE)])).toMatchObject([{ receipt: { status: 'closed' } }]);
  });

  it('that nobody was given is masked too: one letter of it may be wrong', async () => {
    const { lookUp } = await line();
    expect(await lookUp(ref('a'), [item('7KQF-M2XW-9TRB')])).toEqual([
      { ...item('[code]'), receipt: { status: 'unknown' } },
    ]);
  });

  it('leaves every other item as it is', async () => {
    const { lookUp } = await line();
    const items: TurnItem[] = [item('hello'), { kind: 'claim', advocate: 'ana' }, { kind: 'timer', name: 'notice' }];
    expect(await lookUp(ref('a'), items)).toEqual(items);
  });

  it('may be tried six times an hour by one texter, and not more', async () => {
    const { lookUp, pass } = await line();
    for (let at = 0; at < 6; at++) await lookUp(ref('a'), [item('7KQF-M2XW-9TRB')]);
    expect(await lookUp(ref('a'), [item(CODE)])).toMatchObject([{ text: '[code]', receipt: { status: 'limited' } }]);
    expect(await lookUp(ref('b'), [item(CODE)])).toMatchObject([{ receipt: { status: 'received' } }]);
    pass(3_600_001);
    expect(await lookUp(ref('a'), [item(CODE)])).toMatchObject([{ receipt: { status: 'received' } }]);
  });

  it('may be tried only so often by all texters together', async () => {
    const { lookUp } = await line();
    for (let at = 0; at < 600; at++) await lookUp(ref(`texter ${at}`), [item('7KQF-M2XW-9TRB')]);
    expect(await lookUp(ref('one more'), [item(CODE)])).toMatchObject([{ receipt: { status: 'limited' } }]);
  });
});

describe('receiptCodeIn', () => {
  it.each(['7KQF-M2XW-9TRA', 'it is 7kqf-m2xw-9tra ok?', '7KQFM2XW9TRA', '7kqf m2xw 9tra', ' 7KQF.M2XW.9TRA '])(
    'finds the code in "%s"',
    (text) =>
      expect(
        receiptCodeIn(text)
          ?.replace(/[^0-9a-z]/gi, '')
          .toUpperCase(),
      ).toBe('7KQFM2XW9TRA'),
  );

  it('finds every code that it makes', () => {
    for (let at = 0; at < 500; at++) {
      const code = newReceiptCode();
      expect(receiptCodeIn(`my code: ${code}.`)).toBe(code);
    }
  });

  it.each([
    'hello',
    'they made them stay here',
    'call 555-0100 now',
    '555-555-0100',
    'handkerchief',
    'plate 7KQF-M2XW',
    '7KQF-M2XW-9TRA-7KQF',
    '',
  ])('finds none in "%s"', (text) => expect(receiptCodeIn(text)).toBeUndefined());
});
