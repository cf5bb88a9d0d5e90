import type { FlowSets } from '../../hotline/ports.ts';

/** Published sets in this process, for the chat tool and tests. */
export function createMemoryFlowSets(): FlowSets {
  const sets = new Map<string, Record<string, string>>();
  return {
    async put(hash, files) {
      if (!sets.has(hash)) sets.set(hash, { ...files });
    },
    async get(hash) {
      const files = sets.get(hash);
      return files === undefined ? undefined : { ...files };
    },
  };
}
