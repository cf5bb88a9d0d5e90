/** What this adapter must know, already checked by the reader of settings. */
export interface TwilioConfig {
  accountSid: string;
  authToken: string;
  /** Still honoured on webhooks while tokens are rotated. */
  authTokenPrevious?: string;
  /** The address that Twilio was given, with a path prefix if it has one. Signatures are made over it. */
  publicUrl: string;
  /** Where REST calls go: scheme, host and port. */
  apiBase: string;
  /** The numbers of the line, with or without `+`. Texts leave from the first. */
  lineNumbers: readonly string[];
  /** Sends through this service instead of from a number. */
  messagingServiceSid?: string;
}
