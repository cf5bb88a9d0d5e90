/**
 * What operators publish: a map of path to text, for example
 * `{ 'flows/tip.yaml': '…', 'flows/profile.yaml': '…', 'locales/en/tip.json': '…', 'directory/national.json': '…' }`.
 * Everything pure works from these texts alone, so that a pinned set replays exactly.
 */
export type SetFiles = Readonly<Record<string, string>>;
