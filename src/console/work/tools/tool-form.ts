import type { TalkView } from '../../../http/console-contract.ts';

/** What every tool is given. */
export interface ToolForm {
  view: TalkView;
  onDone: () => void;
  /** The conversation is no longer one's own. */
  onLeave: () => void;
}
