import type { Clock, DeskIndex } from '../ports.ts';
import { cardView, type NameOf } from './card-view.ts';
import { deliveryStates } from './delivery-states.ts';
import type { CardView, Handoff, TalkView } from './desk-view.ts';
import { handoffOf } from './handoff-of.ts';
import type { Papers } from './papers.ts';
import { readEntries } from './read-entries.ts';
import type { OpenTalk, Talks } from './talks.ts';

/** Earlier conversations shown beside the present one. */
const EARLIER = 5;

/** Everything that the console shows of one conversation, in the clear. Undefined when its key is gone. */
export function createReadTalk(deps: {
  clock: Clock;
  talks: Talks;
  index: DeskIndex;
  papers: Papers;
  legalHold: (talk: string) => Promise<boolean>;
  /** Whether advocates may see that, and read what, this texter wrote before. */
  showsEarlier: boolean;
}) {
  const { clock, talks, index, papers } = deps;

  /** Their keys may have gone meanwhile: what cannot be read is not named. */
  async function earlier({ lane, ref, present }: OpenTalk): Promise<Handoff['earlier']> {
    if (!present || !deps.showsEarlier) return [];
    const found: Handoff['earlier'] = [];
    for (const talk of lane.past.slice(-EARLIER)) {
      const [first] = (await talks.turns({ ref, talk })) ?? [];
      if (first === undefined) continue;
      await index.point(talk, ref);
      found.push({ talk, at: first.a });
    }
    return found.reverse();
  }

  return async function readTalk(
    account: string,
    opened: OpenTalk,
    view: { after: number; language: string; nameOf: NameOf; translates: boolean },
  ): Promise<TalkView | undefined> {
    const turns = await talks.turns(opened);
    if (turns === undefined) return undefined;
    const { talk, lane, state, talker } = opened;
    const { set, words } = talker;
    const now = clock.now();
    const { defaultLanguage } = set.profile;
    const translations = await papers.translations(opened, view.language);
    const entries = readEntries(turns, { words, defaultLanguage, nameOf: view.nameOf, translations });
    const before = await earlier(opened);
    const handoff = state
      ? handoffOf(state, { set, words, language: view.language }, before)
      : {
          language: defaultLanguage,
          reasons: [],
          minor: false,
          selfHarm: false,
          optedOut: false,
          answers: [],
          earlier: [],
        };
    const said = new Set(entries.flatMap((entry) => ('id' in entry && entry.id !== undefined ? [entry.id] : [])));
    const deliveries = Object.entries(deliveryStates(lane, now)).filter(([id]) => said.has(id));
    const fence = opened.present && lane.owner?.name === account ? lane.owner.fence : undefined;
    return {
      card: cardOf(opened, entries[0]?.at ?? now, view.nameOf, now),
      ...(fence !== undefined && { fence }),
      handoff,
      entries: entries.slice(view.after),
      next: entries.length,
      deliveries: Object.fromEntries(deliveries),
      notes: await papers.notes(opened, view.nameOf),
      draft: await papers.draft(opened, account),
      translates: view.translates,
      legalHold: await deps.legalHold(talk),
    };
  };
}

/** Off the desk, a conversation has no card: what is shown then says so. */
function cardOf({ talk, lane, card, state }: OpenTalk, since: number, nameOf: NameOf, now: number): CardView {
  if (card) return cardView({ talk, version: lane.turn, card }, nameOf, now);
  const { language = 'en', speaks, last = since, minor = false, muted = false } = state?.context ?? {};
  return {
    ...{
      talk,
      version: lane.turn,
      priority: 'rest',
      reasons: [],
      status: 'closed',
      since,
      language: speaks ?? language,
    },
    ...{ minor, muted, alerts: [], attention: false, lastTextAt: last },
  };
}
