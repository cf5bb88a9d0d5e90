import type { HeldKind } from './retention-view.ts';

/** A legal hold as stored. Its reasons are sealed under a key of its own, which is kept as long as the audit. */
export interface StoredHold {
  /** The conversation's or record's own id. */
  id: string;
  version: number;
  kind: HeldKind;
  /** What nobody may destroy. */
  keyIds: string[];
  /** Under which number they are held. */
  hold: number;
  by: string;
  at: number;
  reasonKey: string;
  /** Base64. */
  reason: string;
  lifted?: { by: string; at: number; reason: string };
}
