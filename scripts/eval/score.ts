export interface Judged {
  id: string;
  language: string;
  want: string;
  got: string;
}

/** One table: recall and precision of each label, in all and by language, and every confusion with its id. */
export function showScores(title: string, judged: readonly Judged[]): void {
  if (judged.length === 0) return;
  console.log(`\n## ${title}: ${percent(judged, ({ want, got }) => want === got)} of ${judged.length} right`);
  showLabels('all', judged);
  const languages = Map.groupBy(judged, ({ language }) => language);
  if (languages.size > 1) for (const [language, own] of [...languages].sort()) showLabels(language, own);
  const confused = Map.groupBy(
    judged.filter(({ want, got }) => want !== got),
    ({ want, got }) => `${want} read as ${got}`,
  );
  for (const [name, own] of [...confused].sort()) console.log(`  ${name}: ${own.map(({ id }) => id).join(' ')}`);
}

function showLabels(name: string, judged: readonly Judged[]): void {
  for (const label of [...new Set(judged.map(({ want }) => want))].sort()) {
    const wanted = judged.filter(({ want }) => want === label);
    const given = judged.filter(({ got }) => got === label);
    const right = ({ want, got }: Judged) => want === got;
    console.log(
      `  ${name.padEnd(4)} ${label.padEnd(20)} recall ${percent(wanted, right)} of ${wanted.length}, precision ${percent(given, right)} of ${given.length}`,
    );
  }
}

/** A share as 0.97, or a dash when there is nothing to share out. */
export function percent<T>(of: readonly T[], hit: (one: T) => boolean): string {
  return of.length === 0 ? '-' : (of.filter(hit).length / of.length).toFixed(3);
}
