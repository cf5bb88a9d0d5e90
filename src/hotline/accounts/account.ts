/** What an account may do, each role by itself: whoever needs two has two. */
export const ROLES = ['advocate', 'supervisor', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SHIFTS = ['on', 'break', 'off'] as const;
export type Shift = (typeof SHIFTS)[number];

/** Who is signed in. Names of staff are shown to staff only. */
export interface Me {
  id: string;
  name: string;
  roles: Role[];
  /** ISO 639-1 codes of the languages in which they can talk. */
  languages: string[];
  /** Free tags of the line's own, such as `minors`. */
  skills: string[];
  shift: Shift;
  /** How many conversations they hold at most. */
  loadCap: number;
  settings: MySettings;
}

export interface MySettings {
  language: 'en' | 'es';
  sound: boolean;
  /** E.164, shown to its owner only; texted only while `onCallConsent` stands. */
  onCallNumber?: string;
  onCallConsent: boolean;
}

/** GET /api/accounts, for admins: everybody who may ever sign in. */
export interface AccountView {
  id: string;
  login: string;
  name: string;
  roles: Role[];
  languages: string[];
  skills: string[];
  loadCap: number;
  status: 'invited' | 'active' | 'disabled';
  shift: Shift;
  /** They come in by single sign-on. */
  sso: boolean;
  /** When they were last there, to the minute; never, where it is missing. */
  seenAt?: number;
  /** The invitation that is open; once it has passed, invite again. */
  invitedUntil?: number;
}
