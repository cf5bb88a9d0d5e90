import type { Clock } from './clock.ts';
import type { Form } from './form.ts';
import { inboundForm } from './inbound-form.ts';
import type { WritableLedger } from './ledger.ts';
import type { Attempt, InboundText, MediaItem } from './messages.ts';
import { type OptOutRegister, PROVIDER_REPLIES } from './opt-out.ts';
import type { Outgoing } from './outgoing.ts';
import { newSid } from './sid.ts';
import { readTwiml } from './twiml.ts';
import type { WebhookPoster } from './webhook-poster.ts';

/** A phone texts the line. */
interface PhoneText {
  from: string;
  /** One of the line's numbers; the first unless told otherwise. */
  to?: string;
  body: string;
  /** Pictures and the like; there is no real file behind them. */
  media?: readonly { contentType: string; url?: string }[];
  /** What the provider's own opt-out handling says of this text. Found by itself with `advancedOptOut`. */
  optOutType?: 'STOP' | 'START' | 'HELP';
  /** The webhook is lost: the text is only in the Messages list. */
  drop?: boolean;
  sid?: string;
  /** More form fields, or other values for the usual ones. */
  extra?: Form;
}

export interface Inbound {
  /** Resolves when Twilio has stopped trying: look at `webhook` for how it went. */
  text(text: PhoneText): Promise<InboundText>;
  /** Posts the webhook of a text once more, as a late or doubled delivery would. */
  redeliver(sid: string): Promise<InboundText>;
}

interface Parts {
  accountSid: string;
  lineNumber: string;
  webhookUrl: string;
  fallbackUrl?: string;
  poster: WebhookPoster;
  ledger: WritableLedger;
  clock: Clock;
  random: () => number;
  outgoing: Outgoing;
  optOuts?: OptOutRegister;
}

export function createInbound(parts: Parts): Inbound {
  const { accountSid, poster, ledger, clock, random, outgoing, optOuts } = parts;

  const reply = (text: InboundText, body: string, byProvider: boolean, statusCallback?: string) => {
    const message = { direction: 'outbound-reply', from: text.to, to: text.from, body, byProvider } as const;
    return outgoing.accept({ ...message, ...(statusCallback ? { statusCallback } : {}) }, {});
  };

  /** Does what an answer says. Returns the error that sends Twilio to the fallback, if any. */
  const obey = (text: InboundText, attempts: Attempt[]): number | undefined => {
    const last = attempts.at(-1);
    if (!last?.answer || last.failure) return last?.failure === 'ct' || last?.failure === 'rt' ? 11205 : 11200;
    const twiml = readTwiml(last.answer.contentType, last.answer.body);
    if ('error' in twiml) {
      text.twimlError = twiml.error;
      return twiml.error;
    }
    for (const { body, statusCallback } of twiml.messages) void reply(text, body, false, statusCallback);
    return undefined;
  };

  const deliver = async (text: InboundText) => {
    const attempts = await poster.post(parts.webhookUrl, text.form);
    text.attempts.push(...attempts);
    const error = obey(text, attempts);
    if (text.webhook !== 'delivered') text.webhook = attempts.at(-1)?.failure ? 'failed' : 'delivered';
    if (error !== undefined && parts.fallbackUrl) {
      const told = { ...text.form, ErrorCode: String(error), ErrorUrl: attempts.at(-1)?.url ?? parts.webhookUrl };
      const fallback = await poster.post(parts.fallbackUrl, told);
      text.fallback.push(...fallback);
      obey(text, fallback);
    }
    if (attempts.at(-1)?.failure) ledger.counts.webhooksFailed++;
    else ledger.counts.webhooksDelivered++;
    text.updatedAt = clock.now();
    ledger.changed(text);
    return text;
  };

  return {
    async text(phoneText) {
      const text = newText(phoneText);
      ledger.add(text);
      // What the provider itself says leaves before the line hears of the text.
      if (optOuts && text.optOutType) {
        optOuts.apply(text.optOutType, text.from);
        void reply(text, PROVIDER_REPLIES[text.optOutType], true);
      }
      if (!phoneText.drop) await deliver(text);
      ledger.finished(text);
      return text;
    },
    async redeliver(sid) {
      const text = ledger.find(sid);
      if (text?.direction !== 'inbound') throw new Error('the emulator remembers no such text');
      return deliver(text);
    },
  };

  function newText(phoneText: PhoneText): InboundText {
    const sid = phoneText.sid ?? newSid(phoneText.media?.length ? 'MM' : 'SM', random);
    const media: MediaItem[] = (phoneText.media ?? []).map(({ contentType, url }) => ({
      contentType,
      url:
        url ?? `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${newSid('ME', random)}`,
    }));
    const optOutType = phoneText.optOutType ?? optOuts?.read(phoneText.body);
    const text: InboundText = {
      direction: 'inbound',
      sid,
      from: phoneText.from,
      to: phoneText.to ?? parts.lineNumber,
      body: phoneText.body,
      media,
      numMedia: media.length,
      ...(optOutType ? { optOutType } : {}),
      at: clock.now(),
      updatedAt: clock.now(),
      status: 'received',
      form: {},
      attempts: [],
      fallback: [],
      webhook: phoneText.drop ? 'dropped' : 'pending',
      redacted: false,
      deleted: false,
    };
    text.form = { ...inboundForm(accountSid, text), ...phoneText.extra };
    return text;
  }
}
