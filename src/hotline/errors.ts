/** The closed list of what can go wrong by code. Messages name places and mends, never a person. */
export const ERRORS = {
  'config-invalid': 'A setting is missing or wrong.',
  'keyring-invalid': 'The keyring file cannot be used.',
  'keyring-missing-key': 'The keyring lacks a key that stored data still needs.',
  'key-destroyed': 'The data key was destroyed: what it sealed is forgotten.',
  'seal-broken': 'A sealed value does not open: it was changed, or belongs elsewhere.',
  'set-invalid': 'The flows, words or lists have faults.',
  'store-unsafe': 'The store could lose what it acknowledged.',
  'store-unavailable': 'The store did not take the write.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A failure with a code that can be alerted on. `detail` must hold no text, number or name of a texter. */
export class LineError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail = '', options?: { cause?: unknown }) {
    super(detail === '' ? ERRORS[code] : `${ERRORS[code]} ${detail}`, options);
    this.name = 'LineError';
    this.code = code;
  }
}
