import type { Act } from './act.ts';
import { actAside } from './act-aside.ts';
import { actDanger } from './act-danger.ts';
import { actDelete } from './act-delete.ts';
import { actDesk } from './act-desk.ts';
import { actFlow } from './act-flow.ts';
import { actLanguage } from './act-language.ts';
import { actOptOut } from './act-opt-out.ts';
import { actSilence } from './act-silence.ts';
import { actTopic } from './act-topic.ts';
import { actUnsafe } from './act-unsafe.ts';

/** Every action that a table or a compiled flow may name. */
export const acts = {
  ...actAside,
  ...actDanger,
  ...actDelete,
  ...actLanguage,
  ...actUnsafe,
  ...actDesk,
  ...actFlow,
  ...actOptOut,
  ...actSilence,
  ...actTopic,
} satisfies Record<string, Act>;
