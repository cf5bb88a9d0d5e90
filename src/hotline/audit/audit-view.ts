/** What somebody saw or did, in codes and ids: no word, number or name. */
export interface Act {
  /** An account's id; `-` for whoever is not signed in. */
  actor: string;
  /** Of the route table, such as `talk.say`. */
  act: string;
  /** The conversation, record or account it was about. */
  about?: string | undefined;
  /** `done`, or the code of the refusal. */
  outcome: string;
}

export interface AuditEntry extends Act {
  seq: number;
  at: number;
}

/** Which entries are wanted; what is left out does not matter. */
export interface AuditFilter {
  actor?: string | undefined;
  /** Any part of it. */
  act?: string | undefined;
  about?: string | undefined;
}

/** GET /api/audit?before&actor&act&about */
export interface AuditPage {
  /** Newest first. */
  entries: AuditEntry[];
  /** Go on before this number; undefined at the beginning of the chain. */
  next?: number;
}

/** Where the chain is not as it was written: the number of the entry, and what is wrong there. */
export type AuditFault = {
  seq: number;
  fault: 'changed' | 'missing' | 'out-of-order' | 'cut-off' | 'beginning-cut-off';
};

export type Verified = { ok: true; entries: number } | { ok: false; fault: AuditFault };
