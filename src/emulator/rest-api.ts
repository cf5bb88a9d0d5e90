import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { Fault, FaultsInUse } from './faults.ts';
import type { WritableLedger } from './ledger.ts';
import { messageJson } from './message-json.ts';
import { messageList } from './message-list.ts';
import { type Account, readNewMessage } from './new-message.ts';
import type { Outgoing } from './outgoing.ts';
import { type Answer, readBody, writeAnswer } from './rest-answer.ts';
import { errors, type TwilioError } from './twilio-error.ts';

/** Twilio's Messages resource as a plain request handler; an express app can `use` it, before any body parser. */
export type RestApi = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

interface Parts {
  accountSid: string;
  authToken: string;
  account: Account;
  faults: FaultsInUse;
  ledger: WritableLedger;
  outgoing: Outgoing;
  clock: Clock;
}

const PATH = /^\/2010-04-01\/Accounts\/(\w+)\/Messages(?:\/(\w+))?\.json$/;

// Not express: its router would take a quarter of a benchmark's processor time.
export function createRestApi({ accountSid, authToken, account, faults, ledger, outgoing, clock }: Parts): RestApi {
  const credentials = Buffer.from(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`);
  const mayEnter = (header = '') => {
    const given = Buffer.from(header);
    return given.length === credentials.length && timingSafeEqual(given, credentials);
  };

  const create = async (form: URLSearchParams): Promise<Answer> => {
    const fault = faults.take(form.get('To') ?? '');
    const afterMs = fault.answerAfterMs ?? 0;
    const refuse = (error: TwilioError | 'hang' | 'reset'): Answer => {
      const answer = typeof error === 'string' ? { answer: error } : { answer: error.status, code: error.code };
      const statusCallback = form.get('StatusCallback');
      const asked = { to: form.get('To') ?? '', body: form.get('Body') ?? '' };
      ledger.refuse({ at: clock.now(), ...asked, ...(statusCallback ? { statusCallback } : {}), ...answer });
      return typeof error === 'string' ? error : { ...error, afterMs };
    };
    if (fault.post === 'refuse') return refuse(refusal(fault));
    if (fault.post === 'hang' || fault.post === 'reset') return refuse(fault.post);
    const wanted = readNewMessage(form, account);
    if ('code' in wanted) return refuse(wanted);
    const message = await outgoing.accept(wanted, fault);
    if (fault.post === 'accept-then-refuse') return { ...refusal({ httpStatus: 503, ...fault }), afterMs };
    if (fault.post === 'accept-then-hang') return 'hang';
    if (fault.post === 'accept-then-reset') return 'reset';
    // The answer shows the first status, however far the message has come meanwhile.
    return { status: 201, body: messageJson(accountSid, message, message.history[0]?.status), afterMs };
  };

  const update = (sid: string, form: URLSearchParams): Answer => {
    const message = find(sid);
    if (!message) return errors.notFound(pathOf(sid));
    if (form.get('Status') === 'canceled') {
      if (message.direction === 'inbound' || !outgoing.cancel(message)) return errors.notCancelable;
    } else if (form.get('Body') === '') {
      if (!isOver(message.status)) return errors.inProgress;
      message.redacted = true;
    } else return errors.badRequest('Only an empty Body or the Status canceled can be set.');
    return { status: 200, body: messageJson(accountSid, message) };
  };

  const remove = (sid: string): Answer => {
    const message = find(sid);
    if (!message) return errors.notFound(pathOf(sid));
    if (!isOver(message.status)) return errors.inProgress;
    message.deleted = true;
    return { status: 204 };
  };

  const show = (sid: string): Answer => {
    const message = find(sid);
    return message ? { status: 200, body: messageJson(accountSid, message) } : errors.notFound(pathOf(sid));
  };

  const list = (query: URLSearchParams): Answer => {
    const takenBefore = clock.now() - faults.listLagMs;
    return { status: 200, body: messageList({ accountSid, query, messages: ledger.all(), takenBefore }) };
  };

  const find = (sid: string) => {
    const message = ledger.find(sid);
    return message?.deleted ? undefined : message;
  };
  const pathOf = (sid: string) => `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`;

  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, sid, message] = PATH.exec(url.pathname) ?? [];
    if (!sid && next) return next();
    const answer = async (): Promise<Answer> => {
      if (!mayEnter(request.headers.authorization)) return errors.unauthorised;
      if (sid !== accountSid) return errors.notFound(url.pathname);
      const form = new URLSearchParams(await readBody(request));
      switch (`${request.method} ${message ? 'one' : 'all'}`) {
        case 'POST all':
          return create(form);
        case 'GET all':
          return list(url.searchParams);
        case 'GET one':
          return show(message ?? '');
        case 'POST one':
          return update(message ?? '', form);
        case 'DELETE one':
          return remove(message ?? '');
        default:
          return errors.notAllowed;
      }
    };
    void answer().then(
      (what) => writeAnswer(response, what, clock),
      // The sender went away in the middle of its form.
      () => response.destroy(),
    );
  };
}

function refusal({ httpStatus = 429, code }: Fault): TwilioError {
  const usual = httpStatus === 429 ? errors.tooMany : errors.broken(httpStatus);
  return { ...usual, code: code ?? usual.code };
}

const OVER = new Set(['sent', 'delivered', 'undelivered', 'failed', 'canceled', 'received']);

function isOver(status: string): boolean {
  return OVER.has(status);
}
