import { FARTHEST_TIMER_MS } from '../conversation/timers.ts';
import { attempted, type Deliver } from './deliver.ts';
import { planDelivery, tellings } from './deliver-plan.ts';
import { outboxAfter } from './lane-after.ts';
import { changed, draftOf, type LaneDraft } from './lane-draft.ts';
import type { Clock, KillPoints, Lane, LaneEffect, Lanes, Log, OutgoingText, Turn } from './ports.ts';
import type { Thought } from './think.ts';
import type { Turnstile } from './turnstile.ts';

export interface WorkLaneDeps {
  clock: Clock;
  lanes: Lanes;
  log: Log;
  think: (lane: Lane, leaseMs: number) => Promise<Thought>;
  deliver: Deliver;
  /** What every turn goes through, so that an urgent one finds the way free. */
  turnstile: Turnstile;
  /** Does an effect outside the lane; idempotent. */
  applyEffect: (lane: Lane, effect: LaneEffect) => Promise<void>;
  /** The text to send once more after a callback said that it did not arrive; undefined to give it up. */
  resend: (text: OutgoingText, now: number) => OutgoingText | undefined;
  /** Longer than any POST. */
  leaseMs: number;
  kill?: KillPoints | undefined;
}

/** Done while a text is being sent. */
const BESIDE: ReadonlySet<string> = new Set(['desk', 'tally', 'review']);
const EFFECT_RETRY_MS = 1_000;
const MAX_EFFECT_RETRY_MS = 60_000;

/**
 * Works a leased lane until nothing more can be done now, then releases it: thinks about what came in, sends in order,
 * applies effects. Returns when the lane is next due; undefined when nothing is, or another has taken it over.
 */
export function createWorkLane(deps: WorkLaneDeps): (lane: Lane) => Promise<number | undefined> {
  const { clock, lanes, log, leaseMs, kill } = deps;

  /**
   * Thinks and commits, with the first text's attempt marked in the same write unless something new waits. Undefined when
   * the lane has moved on.
   */
  async function takeTurn(
    draft: LaneDraft,
  ): Promise<{ draft: LaneDraft; attempt: OutgoingText | undefined } | undefined> {
    const told = tellings(draft.lane.outbox, clock.now());
    const thought = await deps.think(draft.lane, leaseMs);
    const turn = withDraft(thought.turn, draft);
    const step = planDelivery(thought.lane.outbox, clock.now(), thought.lane.optedOut);
    const first = step.do === 'send' ? attempted(step.text, clock.now()) : undefined;
    await kill?.reach('think:before-commit');
    const written = await lanes.commit(draft.lane, turn, first);
    if (written.outcome === 'moved') return undefined;
    log.event('turn-committed');
    for (const { outcome, code } of told) {
      log.event(outcome === 'expired' ? 'text-expired' : 'text-undelivered', { errorCode: code });
    }
    await kill?.reach('think:after-commit');
    const attempt = written.go ? first : undefined;
    const outbox = attempt ? outboxAfter(thought.lane.outbox, [attempt], []) : thought.lane.outbox;
    return { draft: draftOf({ ...thought.lane, outbox }), attempt };
  }

  /**
   * The desk hears at once: a person in danger must not wait there for the provider's answer to a text. Nor does the text's
   * way grow longer by what is counted, which is done meanwhile.
   */
  async function post(draft: LaneDraft, text: OutgoingText): Promise<LaneDraft> {
    const urgent = draft.lane.outbox.filter((item) => BESIDE.has(item.kind) && item.at <= clock.now());
    const [sent, told] = await Promise.all([
      deps.deliver.send(draft.lane, text),
      urgent.reduce(async (before, effect) => apply(await before, effect as LaneEffect), Promise.resolve(draft)),
    ]);
    await kill?.reach('deliver:before-settle');
    return changed(told, { put: [sent], asked: askedBy(sent, text.at) });
  }

  /** What is found had left when its POST began, or soon after. */
  async function look(draft: LaneDraft, text: OutgoingText): Promise<LaneDraft> {
    const found = await deps.deliver.look(draft.lane, text);
    return changed(draft, { put: [found], asked: askedBy(found, text.attemptedAt ?? text.at) });
  }

  async function apply(draft: LaneDraft, effect: LaneEffect): Promise<LaneDraft> {
    try {
      await kill?.reach('effect:before-apply');
      await deps.applyEffect(draft.lane, effect);
      await kill?.reach('effect:after-apply');
      return changed(draft, { drop: [effect.id] });
    } catch {
      log.event('effect-failed');
      const wait = Math.min(MAX_EFFECT_RETRY_MS, EFFECT_RETRY_MS * 2 ** effect.tries);
      return changed(draft, { put: [{ ...effect, at: clock.now() + wait, tries: effect.tries + 1 }] });
    }
  }

  return async function workLane(leased) {
    let draft = draftOf(leased);
    await kill?.reach('think:leased');
    for (;;) {
      draft = resent(draft, deps.resend, clock.now());
      if (needsThought(draft.lane, clock.now())) {
        const before = draft;
        // What waited for longer than its lease lasted could commit nothing: it must not keep those behind it waiting too.
        const turn = await deps.turnstile.through(before.lane.ref.name, async (waitedMs) =>
          waitedMs < leaseMs ? takeTurn(before) : undefined,
        );
        if (turn === undefined) return moved(log);
        draft = turn.attempt ? await post(turn.draft, turn.attempt) : turn.draft;
        continue;
      }
      const step = planDelivery(draft.lane.outbox, clock.now(), draft.lane.optedOut);
      if (step.do === 'drop') draft = changed(draft, { drop: [step.text.id] });
      else if (step.do === 'look') draft = await look(draft, step.text);
      else if (step.do === 'effect') draft = await apply(draft, step.effect);
      else {
        const attempt = step.do === 'send' ? attempted(step.text, clock.now()) : undefined;
        const dueAt = step.do === 'rest' ? soonest(step.until, draft.lane.timer) : undefined;
        const { put, drop, asked } = draft;
        const settled = await lanes.settle(draft.lane, { put, drop, asked, attempt, dueAt, leaseMs });
        await kill?.reach('deliver:after-settle');
        if (settled.outcome === 'released') return dueAt;
        if (settled.outcome === 'moved') return moved(log);
        if (settled.outcome === 'again') draft = draftOf(settled.lane);
        else if (attempt) draft = await post(draftOf(changed(draft, { put: [attempt] }).lane), attempt);
      }
    }
  };
}

function needsThought(lane: Lane, now: number): boolean {
  if (lane.inbox.length > 0 || tellings(lane.outbox, now).length > 0) return true;
  if (lane.timer === undefined || lane.state === undefined) return false;
  return lane.timer <= now || lane.timer > now + FARTHEST_TIMER_MS;
}

/** The turn, with what the draft had changed before it. What the turn itself puts or drops wins. */
function withDraft(turn: Turn, draft: LaneDraft): Turn {
  const put = outboxAfter(draft.put, turn.put, turn.drop);
  const drop = [...draft.drop, ...turn.drop].filter((id) => !put.some((item) => item.id === id));
  return { ...turn, put, drop };
}

/**
 * A question counts as asked from the start of its POST: the provider may have it on the texter's phone, and the answer here, before
 * we hear the POST's own answer.
 */
function askedBy(sent: OutgoingText, startedAt: number): { id: string; at: number } | undefined {
  const left = sent.state === 'unresolved' || (sent.state === 'accepted' && sent.sid !== undefined);
  return sent.question && left ? { id: sent.id, at: startedAt } : undefined;
}

/** The lost one stays until the turn that tells of it, and goes with it. */
function resent(draft: LaneDraft, resend: WorkLaneDeps['resend'], now: number): LaneDraft {
  let after = draft;
  for (const { text } of tellings(draft.lane.outbox, now)) {
    const again = resend(text, now);
    if (again) after = changed(after, { put: [again] });
  }
  return after;
}

function soonest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

function moved(log: Log): undefined {
  log.event('turn-moved');
  return undefined;
}
