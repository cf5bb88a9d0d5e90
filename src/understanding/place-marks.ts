import type { Hit } from './phrase-matcher.ts';
import type { Mark, PlaceLabel } from './place-lists.ts';
import type { Token } from './tokens.ts';

/** Words that may stand between "in" and the name. */
export const FILLERS = new Set(
  (
    'the downtown south north east west southern northern eastern western central uptown midtown inner suburban rural greater metro city state of area ' +
    'outside near around la el del de centro sur norte este oeste ciudad estado zona area around county fort st upper lower far like somewhere'
  ).split(' '),
);

export interface Marks {
  mark: Mark | undefined;
  person: boolean;
}

/** What stands right before a token, over words such as "downtown"; of several marks the longest speaks. */
export function marksBefore(tokens: readonly Token[], hits: readonly Hit<PlaceLabel>[]): (at: number) => Marks {
  const ending = new Map<number, { mark: Mark; from: number }[]>();
  for (const { label, from, to } of hits) {
    if (label.kind !== 'mark') continue;
    const list = ending.get(to);
    if (list) list.push({ mark: label.mark, from });
    else ending.set(to, [{ mark: label.mark, from }]);
  }
  const around = new Set<Mark>(['near', 'here', 'elsewhere', 'other']);
  return (at) => {
    const person = (ending.get(at - 1) ?? []).some(({ mark }) => mark === 'name-of-a-person');
    for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
      const marks = (ending.get(before) ?? []).filter(({ mark }) => around.has(mark));
      const longest = marks.toSorted((a, b) => a.from - b.from || order(a.mark) - order(b.mark))[0];
      if (longest) return { mark: longest.mark, person };
      if (!FILLERS.has(tokens[before]?.word ?? '')) break;
    }
    return { mark: undefined, person };
  };
}

const ORDER: readonly Mark[] = ['here', 'other', 'elsewhere', 'near'];
function order(mark: Mark): number {
  return ORDER.indexOf(mark);
}
