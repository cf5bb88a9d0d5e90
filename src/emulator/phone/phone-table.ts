import type { Emulator } from '../emulator.ts';
import { type PhoneMessage, phoneMessage } from './phone-message.ts';

const MOST_PHONES = 6;
// +1 555-555-0100 to -0199: no such numbers are given out.
const FIRST = 15_555_550_100;
const NUMBERS = 100;

/** The phones that lie on the demo's table, and what stands on their screens. */
export interface PhoneTable {
  holds(phone: unknown): phone is string;
  /** One more phone with a number of its own; false when the table is full. */
  add(): boolean;
  remove(phone: unknown): boolean;
  /** Tells everything at once ("table"), then each change ("phones", "message"). The returned function ends it. */
  watch(tell: Tell): () => void;
}

type Tell = (event: 'table' | 'phones' | 'message', data: object) => void;

export function createPhoneTable(emulator: Emulator): PhoneTable {
  const phones = new Set<string>();
  const watchers = new Set<Tell>();
  let given = 0;

  const tellAll: Tell = (event, data) => {
    for (const tell of watchers) tell(event, data);
  };
  const put = (): void => {
    let number: string;
    do number = `+${FIRST + (given++ % NUMBERS)}`;
    while (phones.has(number));
    phones.add(number);
  };
  const shown = (): PhoneMessage[] => {
    const { ledger } = emulator;
    const all = [...ledger.texts(), ...ledger.sent()].sort((one, other) => one.at - other.at);
    return all.map(phoneMessage).filter(({ phone }) => phones.has(phone));
  };

  put();
  put();
  emulator.ledger.on((event) => {
    if (event.type === 'refused') return;
    const message = phoneMessage(event.message);
    if (phones.has(message.phone)) tellAll('message', message);
  });

  return {
    holds: (phone): phone is string => phones.has(phone as string),
    add() {
      if (phones.size >= MOST_PHONES) return false;
      put();
      tellAll('phones', [...phones]);
      return true;
    },
    remove(phone) {
      const known = phones.delete(phone as string);
      if (known) tellAll('phones', [...phones]);
      return known;
    },
    watch(tell) {
      watchers.add(tell);
      tell('table', { line: emulator.lineNumbers[0], phones: [...phones], messages: shown() });
      return () => watchers.delete(tell);
    },
  };
}
