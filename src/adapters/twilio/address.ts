/** Source: ITU-T E.164; Twilio writes it with `+`. */
const E164 = /^\+[1-9]\d{1,14}$/;
/** A US short code has five or six digits; other countries use three to eight. */
const SHORT_CODE = /^\d{3,8}$/;
/** Twilio's channel addresses: `whatsapp:+15555550100`, `rcs:agent`, `messenger:123`. */
const CHANNEL_ADDRESS = /^([a-z][a-z0-9]{1,19}):([!-~]{1,128})$/;

export interface Address {
  channel: 'sms' | 'whatsapp' | 'rcs' | 'other';
  /** Without the channel's prefix. */
  bare: string;
}

/** Reads who a text is from, or undefined when it is no address that Twilio writes. */
export function readAddress(address: string): Address | undefined {
  if (E164.test(address) || SHORT_CODE.test(address)) return { channel: 'sms', bare: address };
  const [, prefix, bare] = CHANNEL_ADDRESS.exec(address) ?? [];
  if (prefix === undefined || bare === undefined) return undefined;
  if (prefix === 'rcs') return { channel: 'rcs', bare };
  if (prefix === 'whatsapp') return E164.test(bare) ? { channel: 'whatsapp', bare } : undefined;
  return { channel: 'other', bare };
}
