import { describe, expect, it } from '@jest/globals';
import { createMemoryKeyStore } from '../../src/adapters/memory/key-store.ts';
import { createMemoryLineState } from '../../src/adapters/memory/line-state.ts';
import { createMemoryRecords } from '../../src/adapters/memory/records.ts';
import type { TurnItem } from '../../src/conversation/conversation.ts';
import { newKeyring } from '../../src/hotline/keyring.ts';
import { createLookUpReceipts } from '../../src/hotline/look-up-receipts.ts';
import { newReceiptCode, receiptCodeIn } from '../../src/hotline/receipt-code.ts';
import { changeSheet, type SheetAnswer } from '../../src/hotline/records/sheets.ts';
import { createVault } from '../../src/hotline/vault.ts';

const CODE = '7KQF-M2XW-9TRA';
const item = (text: string): TurnItem => ({ kind: 'text', text, receivedAt: 0, media: [], late: false });
const ref = (name: string) => ({ partition: 1, name });

async function line() {
  let now = 0;
  const records = createMemoryRecords();
  const vault = createVault({ keyring: newKeyring(), keyStore: createMemoryKeyStore() });
  const keyId = await vault.newKey();
  await records.put({ id: `id of ${CODE}`, kind: 'tip', keyId, sealed: '', createdAt: 0 });
  const lookUp = createLookUpReceipts({
    ...{ records, vault },
    lineState: createMemoryLineState(() => now),
    receiptId: (code) => `id of ${code.toUpperCase()}`,
  });
  return { deps: { records, vault }, keyId, lookUp, pass: (ms: number) => (now += ms) };
}

describe('a receipt code in a text', () => {
  it('is found, told of and masked', async () => {
    const { lookUp, deps } = await line();
    const record = `id of ${CODE}`;
    expect(await lookUp(ref('a'), [item(`hi, code ${CODE.toLowerCase()} please`)])).toEqual([
      { ...item('hi, code [code] please'), receipt: { status: 'received', record } },
    ]);
    await changeSheet(record, deps, (_, content) => ({ sheet: { status: 'closed' }, content }));
    expect(await lookUp(ref('a'), [item(CODE)])).toMatchObject([{ receipt: { status: 'closed' } }]);
  });

  it('tells neutral words alone: nobody hears that something was acted on', async () => {
    const { lookUp, deps } = await line();
    await changeSheet(`id of ${CODE}`, deps, (_, content) => ({ sheet: { status: 'acted-on' }, content }));
    expect(await lookUp(ref('a'), [item(CODE)])).toMatchObject([{ receipt: { status: 'in-review' } }]);
  });

  it('brings what the staff left only once it is approved, and nothing when its key is gone', async () => {
    const { lookUp, deps, keyId } = await line();
    const answer = { text: 'Please call us.', by: 'ana', at: 1 };
    const leave = (given: SheetAnswer) =>
      changeSheet(`id of ${CODE}`, deps, (_, content) => ({ content: { ...content, answer: given } }));
    await leave(answer);
    expect(await lookUp(ref('a'), [item(CODE)])).not.toMatchObject([{ receipt: { answer: answer.text } }]);
    await leave({ ...answer, approvedBy: 'sue' });
    expect(await lookUp(ref('a'), [item(CODE)])).toMatchObject([{ receipt: { answer: answer.text } }]);
    await deps.vault.destroy([keyId]);
    const [told] = await lookUp(ref('a'), [item(CODE)]);
    expect(told).toEqual({ ...item('[code]'), receipt: { status: 'received', record: `id of ${CODE}` } });
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
