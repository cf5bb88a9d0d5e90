/** The emulated account that every part of the benchmark speaks for. It opens nothing. */
export const ACCOUNT = {
  accountSid: `AC${'b'.repeat(32)}`,
  authToken: 'benchmark-token-that-protects-nothing',
  lineNumber: '233733',
  /** Where the provider believes the line to be: signatures are made over it. */
  publicUrl: 'https://line.example',
} as const;
