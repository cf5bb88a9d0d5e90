import { afterAll, beforeAll, describe } from '@jest/globals';
import { accepting } from './lanes/accepting.ts';
import { commanding } from './lanes/commanding.ts';
import type { LaneStore, LaneStoreFactory } from './lanes/lane-store.ts';
import { reporting } from './lanes/reporting.ts';
import { turning } from './lanes/turning.ts';
import { watching } from './lanes/watching.ts';

/** What every store of lanes must do, tried on one store with a new texter for each case. */
export function lanesContract({ name, create }: LaneStoreFactory): void {
  describe(`lanes ${name}`, () => {
    let opened: LaneStore;
    beforeAll(async () => {
      opened = await create();
    });
    afterAll(() => opened.close());
    const store = () => opened;

    accepting(store);
    turning(store);
    reporting(store);
    watching(store);
    commanding(store);
  });
}
