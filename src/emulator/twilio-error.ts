/** Twilio's error bodies: {code, message, more_info, status}. Source: twilio.com/docs/api/errors. */
export interface TwilioError {
  status: number;
  code: number;
  message: string;
}

export function errorBody(error: TwilioError): string {
  return JSON.stringify({
    code: error.code,
    message: error.message,
    more_info: `https://www.twilio.com/docs/errors/${error.code}`,
    status: error.status,
  });
}

// As Twilio's, some of these messages name the number: whoever logs them would leak it, and a test can tell.
export const errors = {
  unauthorised: { status: 401, code: 20003, message: 'Authenticate' },
  badRequest: (what: string): TwilioError => ({ status: 400, code: 20001, message: what }),
  notFound: (path: string): TwilioError => ({
    status: 404,
    code: 20404,
    message: `The requested resource ${path} was not found`,
  }),
  notAllowed: { status: 405, code: 20004, message: 'Method not allowed' },
  inProgress: {
    status: 409,
    code: 20009,
    message: 'Cannot change this message because delivery has not been completed.',
  },
  notCancelable: { status: 409, code: 30409, message: 'Message can not be canceled' },
  tooMany: { status: 429, code: 20429, message: 'Too Many Requests' },
  broken: (status: number): TwilioError => ({ status, code: 20500, message: 'Internal Server Error' }),
  noTo: { status: 400, code: 21604, message: "A 'To' phone number is required." },
  noFrom: { status: 400, code: 21603, message: "A 'From' phone number is required." },
  noBody: { status: 400, code: 21619, message: 'A text message body or media urls must be specified.' },
  badTo: (to: string): TwilioError => ({
    status: 400,
    code: 21211,
    message: `The 'To' number ${to} is not a valid phone number.`,
  }),
  badFrom: (from: string): TwilioError => ({
    status: 400,
    code: 21606,
    message: `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination/account.`,
  }),
  badService: { status: 400, code: 21705, message: 'The Messaging Service Sid is invalid.' },
  badCallback: (url: string): TwilioError => ({
    status: 400,
    code: 21609,
    message: `The 'StatusCallback' URL ${url} is not a valid URL.`,
  }),
  optedOut: { status: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' },
  tooLong: { status: 400, code: 21617, message: 'The concatenated message body exceeds the 1600 character limit' },
  badValidity: { status: 400, code: 90007, message: 'Invalid validity period value' },
} as const;
