/** A form as Twilio posts it; a repeated key holds several values. */
export type Form = Record<string, string | readonly string[]>;
