import { transition } from 'xstate';
import type { StepMeta } from '../flow/steps/step-kind.ts';
import { type Asked, EFFECT } from './act.ts';
import type { Effect, Say } from './effect.ts';
import type { LineEvent } from './event.ts';
import type { LineMachine } from './machine.ts';
import { askLine } from './say.ts';
import { type Aside, type ConversationContext, type Root, rootOf } from './state.ts';

/** How far BACK reaches. */
const HISTORY = 5;
/** The line's own question that stands above the step's, by its text. */
const ASIDE_TEXT: Record<Aside, string> = {
  danger: 'danger-question',
  help: 'danger-question',
  scope: 'scope-question',
  delete: 'delete-ask',
  safe: 'empty',
  media: 'media',
};

/** One conversation during one turn: where it stands, and what is to be done so far. */
export interface Talk {
  value(): string;
  root(): Root;
  context(): ConversationContext;
  /** The question of the step it stands in. */
  question(): StepMeta['question'];
  effects(): Effect[];
  /** True once a new conversation has begun in this turn. */
  fresh(): boolean;
  send(event: LineEvent): void;
  /** Begins a new conversation; what it says first is withheld until `sayOpening`, for a better answer may come. */
  begin(at: number): void;
  sayOpening(): void;
  /** Says these before anything else of this turn. */
  sayFirst(says: Say[]): void;
  forgetLost(): void;
  /** The line's own question has its answer. */
  dropAside(): void;
}

/** Takes up a conversation at a valid value of the machine. `code`: the receipt code of a record made in this turn. */
export function openTalk(line: LineMachine, from: { value: string; context: ConversationContext }, code: string): Talk {
  let snapshot = line.machine.resolveState({ value: nested(from.value) as never, context: from.context });
  let effects: Effect[] = [];
  let first: Say[] = [];
  let opening: Effect[] | undefined;
  let opensAt: string | undefined;
  let fresh = false;

  const value = () => dotted(snapshot.value);
  const context = () => snapshot.context as ConversationContext;
  const question = () => line.steps.get(value())?.question;

  function run(event: LineEvent): Effect[] {
    const before = value();
    const [next, actions] = transition(line.machine, snapshot, event as never);
    snapshot = next as typeof snapshot;
    const asked = actions.flatMap((action) =>
      (action.type as string) === EFFECT ? [(action as { params: unknown }).params as Asked] : [],
    );
    remember(event, before);
    return withCode(asked.flatMap(ask), code);
  }

  function ask(asked: Asked): Effect[] {
    if (asked.type !== 'ask-again') return [asked];
    const { aside } = context();
    if (aside) return [askLine(ASIDE_TEXT[aside])];
    if (opening) return opening;
    const standing = question();
    return standing ? [{ type: 'say', key: standing.message, weight: 'ordinary', question: true }] : [];
  }

  /** What was said earlier in this turn has not left either, so a cancel takes it too. */
  function without(before: Effect[], cancels: Effect[]): Effect[] {
    const takesAdvocates = cancels.some((cancel) => cancel.type === 'cancel-unsent' && !cancel.bot);
    return before.filter(({ type }) => type !== 'say' && (type !== 'say-text' || !takesAdvocates));
  }

  /** The way back leads over the questions that were left by an answer, or by danger. */
  function remember(event: LineEvent, before: string): void {
    if (event.type !== 'ANSWER' && event.type !== 'DANGER') return;
    if (before === value() || !value().startsWith('bot.') || !line.steps.get(before)?.question) return;
    const history = [...(context().history ?? []), before.slice('bot.'.length)].slice(-HISTORY);
    patch({ history });
  }

  function patch(change: Partial<ConversationContext>): void {
    snapshot = { ...snapshot, context: { ...context(), ...change } };
  }

  return {
    value,
    root: () => rootOf(value()),
    context,
    question,
    effects: () => [...first, ...effects],
    fresh: () => fresh,
    send(event) {
      const had = rootOf(value());
      const came = run(event);
      if (context().aside !== 'danger' && context().unread !== undefined) patch({ unread: undefined });
      const cancels = came.filter(({ type }) => type === 'cancel-unsent');
      effects = [...(cancels.length > 0 ? without(effects, cancels) : effects), ...came];
      if (value() !== opensAt) opening = undefined;
      if (had === 'stopped' && rootOf(value()) === 'bot') fresh = true;
      if (had === 'quiet' && event.type === 'LATE_TEXT') fresh = true;
    },
    begin(at) {
      opening = run({ type: 'BEGIN', at });
      opensAt = value();
      fresh = true;
    },
    sayOpening() {
      effects = [...effects, ...(opening ?? [])];
      opening = undefined;
    },
    sayFirst(says) {
      first = says;
    },
    forgetLost: () => patch({ lost: undefined }),
    dropAside: () => patch({ aside: undefined, misses: undefined, unread: undefined }),
  };
}

/** The code goes into the record and into the text that follows it. */
function withCode(effects: Effect[], code: string): Effect[] {
  return effects.map((effect, at) => {
    if (effect.type === 'record') return { ...effect, code };
    const receipt = effect.type === 'say' && effects[at - 1]?.type === 'record';
    return receipt ? { ...effect, values: { ...effect.values, code } } : effect;
  });
}

/** `bot.tip.where` as XState nests it. */
function nested(value: string): unknown {
  const [root = '', flow, step] = value.split('.');
  return flow && step ? { [root]: { [flow]: step } } : root;
}

function dotted(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[key, inner] = ['', '']] = Object.entries(value as Record<string, unknown>);
  return `${key}.${dotted(inner)}`;
}
