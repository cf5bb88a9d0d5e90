import type { Label } from './compile-lists.ts';
import type { Weighed } from './danger-model.ts';
import type { Hit } from './phrase-matcher.ts';
import type { Scan } from './scan.ts';
import type { Token } from './tokens.ts';

export interface Danger {
  level: 'none' | 'crisis' | 'imminent';
  /** The rules that fired, most serious first, each with the listed words it was fired by: `weapon: he has … gun`. */
  words: string[];
  /** A possible minor was named. */
  minor: boolean;
  selfHarm: boolean;
  /** Neither clearly danger nor clearly none: the line asks one closed question instead of guessing. */
  unsure: boolean;
}

type DangerLabel = Extract<Label, { kind: 'danger' }>;
type DangerHit = Hit<Label> & { label: DangerLabel };
type Level = 'imminent' | 'crisis' | 'doubt' | 'sign';

interface Finding {
  level: Level;
  words: string;
  minor: boolean;
  selfHarm: boolean;
}

interface Calm {
  soft: boolean;
  firm: boolean;
}

const GRAVITY: Record<Level, number> = { imminent: 3, crisis: 2, doubt: 1, sign: 0 };
/** How many words may stand between a negation and what it negates: "not really being held". */
const NEGATION_REACH = 2;
const UNCALMED: Calm = { soft: false, firm: false };

/** What the model adds: it raises what the lists found, and never lowers it. */
export function raised(listed: Danger, weighed: Weighed, scans: readonly Scan[]): Danger {
  const { level } = weighed;
  const words = weighed.words.length > 0 ? [...listed.words, `weighed: ${weighed.words.join(' + ')}`] : listed.words;
  if (level === 'doubt') return listed.level === 'none' ? { ...listed, words, unsure: true } : listed;
  if (level === 'none' || listed.level === 'imminent' || listed.level === level) return listed;
  return { ...listed, level, words, minor: listed.minor || namesMinor(scans), unsure: false };
}

/** Every language's lists look at every text, because people mix languages under stress; the gravest finding counts. */
export function readDanger(scans: readonly Scan[]): Danger {
  const framed = scans.flatMap((scan) =>
    scan.hits.flatMap((hit) =>
      hit.label.kind === 'frame' && !turned(scan, hit, [scan.lists.negations]) ? [hit.label.frame] : [],
    ),
  );
  const frames = scans.some(deniesJoke) ? framed.filter(({ leaves }) => leaves !== 'doubt') : framed;
  const calm = { soft: frames.length > 0, firm: frames.some(({ calms }) => calms === 'all') };
  const findings = scans.flatMap((scan) => findingsOf(scan, calm)).sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level]);
  const top = findings[0]?.level ?? 'sign';
  const level = top === 'imminent' || top === 'crisis' ? top : 'none';
  // A laugh beside a gun may be nerves: such a frame takes the certainty, not the danger.
  const laughedOff = frames.length > 0 && frames.every(({ leaves }) => leaves === 'doubt');
  const laughedAt = level === 'none' && laughedOff ? scans.flatMap(graveFindings) : [];
  const telling = findings.filter((finding) => finding.level !== 'sign');
  return {
    level,
    words: [...new Set([...telling, ...laughedAt].map(({ words }) => words))],
    minor: level !== 'none' && findings.some(({ minor }) => minor),
    selfHarm: telling.some(({ selfHarm }) => selfHarm),
    unsure: level === 'none' && (top === 'doubt' || laughedAt.length > 0),
  };
}

function graveFindings(scan: Scan): Finding[] {
  return findingsOf(scan, UNCALMED, true).filter(({ level }) => GRAVITY[level] >= GRAVITY.crisis);
}

function findingsOf(scan: Scan, calm: Calm, withHints = false): Finding[] {
  const endsInHouse = houseNumbers(scan);
  const dangers = scan.hits.filter(isDanger).filter((hit) => !isTurned(scan, hit) && !endsInHouse(hit));
  const covers = scan.hits.filter(
    ({ label }) => label.kind === 'idiom' || (label.kind === 'danger' && label.rule.instead),
  );
  const hits = dangers.filter((hit) => {
    const { rule } = hit.label;
    if (rule.firm ? calm.firm : calm.soft) return false;
    return rule.instead || !covers.some((cover) => cover.from <= hit.to && hit.from <= cover.to);
  });
  const certain = hits.filter(({ label }) => withHints || !label.rule.hint);
  const findings: Finding[] = certain.map(({ label: { rule }, from, to }) => ({
    level: rule.level,
    words: `${rule.id}: ${listedWords(scan, from, to)}`,
    minor: rule.minor,
    selfHarm: rule['self-harm'],
  }));
  const found = new Set(hits.map(({ label }) => label.rule.id));
  for (const { id, all, level, hint, minor, 'self-harm': selfHarm } of scan.lists.danger?.together ?? []) {
    if (!hint && all.every((one) => found.has(one)))
      findings.push({ level, words: `${id}: ${all.join(' + ')}`, minor, selfHarm });
  }
  return findings;
}

/** Only words that stand in the lists are shown, so that no name or number of the texter's leaves with the alarm. */
function listedWords({ tokens, lists }: Scan, from: number, to: number): string {
  return tokens
    .slice(from, to + 1)
    .map(({ word }) => (lists.matcher.knows(word) ? word : '…'))
    .join(' ');
}

function isDanger(hit: Hit<Label>): hit is DangerHit {
  return hit.label.kind === 'danger';
}

function namesMinor(scans: readonly Scan[]): boolean {
  return scans.some((scan) => {
    const endsInHouse = houseNumbers(scan);
    return scan.hits.some((hit) => isDanger(hit) && hit.label.rule.minor && !isTurned(scan, hit) && !endsInHouse(hit));
  });
}

/** Finds mere signs of a minor that end in a house number: "is 12 Main St". Everyday words between are of no address: "is 14 on the street". */
function houseNumbers({ hits, tokens, lists }: Scan): (hit: DangerHit) => boolean {
  const everyday = ({ word }: Token) => lists.common.has(word) || lists.subjects.has(word);
  const houses = hits.filter(
    ({ label, from, to }) => label.kind === 'no-age' && !tokens.slice(from + 1, to).some(everyday),
  );
  const numbers = new Set(houses.map(({ from }) => from));
  return ({ label: { rule }, to }) => rule.minor && rule.level === 'sign' && numbers.has(to);
}

/** A laugh within an everyday phrase takes no certainty: "lol i wish it was a joke", and 장난 아니에요, whose denial stands behind. */
function deniesJoke({ hits }: Scan): boolean {
  const idioms = hits.filter(({ label }) => label.kind === 'idiom');
  const laughs = hits.filter(({ label }) => label.kind === 'frame' && label.frame.leaves === 'doubt');
  return laughs.some((laugh) => idioms.some((idiom) => idiom.from <= laugh.from && laugh.to <= idiom.to));
}

/** A danger that a negation or a word of the past turns round. */
export function isTurned(scan: Scan, hit: Hit<Label>): boolean {
  return turned(scan, hit, [scan.lists.negations, scan.lists.past]);
}

/** "not being held", "no gun"; but in "no he has a gun" the no answers a question, which the comma-less texter left out. */
function turned({ tokens, lists }: Scan, { from }: Hit<Label>, turning: readonly ReadonlySet<string>[]): boolean {
  const first = tokens[from];
  if (!first || lists.subjects.has(first.word)) return false;
  for (let at = from; at > 0 && at > from - NEGATION_REACH; at--) {
    if (tokens[at]?.before !== 'none') return false;
    const word = tokens[at - 1]?.word ?? '';
    if (turning.some((one) => one.has(word))) return true;
    if (!lists.common.has(word)) return false;
  }
  return false;
}
