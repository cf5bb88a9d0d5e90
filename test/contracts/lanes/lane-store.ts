import type { Lanes } from '../../../src/hotline/ports.ts';

/** A store of lanes to hold to the contract. */
export interface LaneStore {
  lanes: Lanes;
  /** Lets some of the time go by that leases run on. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface LaneStoreFactory {
  name: string;
  create(): Promise<LaneStore>;
}
