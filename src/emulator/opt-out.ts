/** Twilio's Advanced Opt-Out: the provider itself answers STOP, START and HELP and blocks what follows a STOP. */
export interface OptOutRegister {
  /** What a text means to the provider, if anything: one word alone counts, as at Twilio. */
  read(body: string): 'STOP' | 'START' | 'HELP' | undefined;
  apply(kind: 'STOP' | 'START' | 'HELP', phone: string): void;
  blocks(phone: string): boolean;
}

// Source: help.twilio.com, "Twilio support for opt-out keywords (SMS STOP filtering)".
const WORDS = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
} as const;

/** What the provider says by itself; a real account's wording is set in Twilio's console. */
export const PROVIDER_REPLIES = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const;

export function createOptOutRegister(): OptOutRegister {
  const out = new Set<string>();
  return {
    read(body) {
      const word = body.trim().toUpperCase();
      return (['STOP', 'START', 'HELP'] as const).find((kind) => (WORDS[kind] as readonly string[]).includes(word));
    },
    apply(kind, phone) {
      if (kind === 'STOP') out.add(phone);
      if (kind === 'START') out.delete(phone);
    },
    blocks: (phone) => out.has(phone),
  };
}
