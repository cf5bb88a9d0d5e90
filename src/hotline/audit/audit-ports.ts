/** The last entry of a chain: how many there are, and the seal over all of them. */
export interface AuditHead {
  seq: number;
  mac: string;
}

/** The last entry of what was forgotten by age: the chain goes on from its seal. `sealed` proves that it was not cut by a stranger. */
export interface AuditBase extends AuditHead {
  sealed: string;
}

/** One entry as stored: `line` is the seal and the JSON that it is over, with a space between. */
export interface AuditLine {
  seq: number;
  line: string;
}

/** The chain of what the staff saw and did, oldest first. It only grows at its end. */
export interface AuditStore {
  /** Undefined while nothing was ever written. */
  head(): Promise<AuditHead | undefined>;
  /** Adds lines and moves the head from `after` to `head`. False, and nothing is written, when it stands elsewhere. */
  append(after: AuditHead | undefined, lines: AuditLine[], head: AuditHead): Promise<boolean>;
  /** At most `count` entries from number `seq` on. */
  read(seq: number, count: number): Promise<AuditLine[]>;
  /** Undefined while nothing was ever forgotten. */
  base(): Promise<AuditBase | undefined>;
  /** Forgets the entries up to a base and its own, and keeps it. One before that which stands is ignored. */
  forget(base: AuditBase): Promise<void>;
}

/** The head once more, on the key store's server: whoever cuts the end off the chain would have to cut here too. */
export interface AuditAnchor {
  /** A head with a lower number than the one that stands is ignored. */
  set(head: AuditHead): Promise<void>;
  get(): Promise<AuditHead | undefined>;
}
