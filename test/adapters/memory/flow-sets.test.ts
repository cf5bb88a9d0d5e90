import { describe } from '@jest/globals';
import { createMemoryFlowSets } from '../../../src/adapters/memory/flow-sets.ts';
import { flowSetsContract } from '../../contracts/flow-sets.contract.ts';

describe('published sets in memory', () => {
  flowSetsContract(async () => ({ sets: createMemoryFlowSets(), close() {} }));
});
