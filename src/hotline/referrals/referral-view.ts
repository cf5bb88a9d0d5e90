/** POST /api/referrals: what the bot would offer now for the same need and place, by the same rules. */
export type ReferralView =
  /** Several places bear the name. */
  | { kind: 'which-place'; choices: { city?: string; state: string }[] }
  /** It says where or what in words that nobody understands. */
  | { kind: 'where' }
  | { kind: 'nothing' }
  | { kind: 'found'; reach: 'near' | 'state' | 'national' | 'named'; entries: ReferralEntry[]; more?: number };

/** There is no field for an address, so that none can be read out. */
export interface ReferralEntry {
  id: string;
  name: string;
  organization: string;
  number: string;
  /** Town and state; of a confidential place its state alone. */
  area?: string;
  languages: readonly string[];
  verified: boolean;
  /** The last day on which it may be offered. */
  reverifyBy?: string;
  /** In the bot's own words, in the texter's language. */
  text: string;
}
