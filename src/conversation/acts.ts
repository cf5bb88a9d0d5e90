import type { Act } from './act.ts';
import { actAside } from './act-aside.ts';
import { actDanger } from './act-danger.ts';
import { actDesk } from './act-desk.ts';
import { actFlow } from './act-flow.ts';
import { actOptOut } from './act-opt-out.ts';
import { actSilence } from './act-silence.ts';

/** Every action that a table or a compiled flow may name. */
export const acts = { ...actAside, ...actDanger, ...actDesk, ...actFlow, ...actOptOut, ...actSilence } satisfies Record<
  string,
  Act
>;
