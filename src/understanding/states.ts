/** The states, the District of Columbia and the territories, by their USPS codes, each with the names that people text, folded. */
export const STATES: Record<string, readonly string[]> = {
  AL: ['alabama'],
  AK: ['alaska'],
  AZ: ['arizona'],
  AR: ['arkansas'],
  CA: ['california', 'cali', 'calif'],
  CO: ['colorado'],
  CT: ['connecticut'],
  DE: ['delaware'],
  DC: ['district of columbia', 'washington dc', 'washington d c'],
  FL: ['florida', 'fla'],
  GA: ['georgia'],
  HI: ['hawaii', 'hawai'],
  ID: ['idaho'],
  IL: ['illinois'],
  IN: ['indiana'],
  IA: ['iowa'],
  KS: ['kansas'],
  KY: ['kentucky'],
  LA: ['louisiana', 'luisiana'],
  ME: ['maine'],
  MD: ['maryland'],
  MA: ['massachusetts', 'mass'],
  MI: ['michigan'],
  MN: ['minnesota'],
  MS: ['mississippi', 'misisipi'],
  MO: ['missouri', 'misuri'],
  MT: ['montana'],
  NE: ['nebraska'],
  NV: ['nevada'],
  NH: ['new hampshire', 'nueva hampshire'],
  NJ: ['new jersey', 'nueva jersey', 'jersey'],
  NM: ['new mexico', 'nuevo mexico'],
  NY: ['new york state', 'new york', 'nueva york'],
  NC: ['north carolina', 'carolina del norte'],
  ND: ['north dakota', 'dakota del norte'],
  OH: ['ohio'],
  OK: ['oklahoma'],
  OR: ['oregon'],
  PA: ['pennsylvania', 'pensilvania', 'penn'],
  PR: ['puerto rico'],
  RI: ['rhode island'],
  SC: ['south carolina', 'carolina del sur'],
  SD: ['south dakota', 'dakota del sur'],
  TN: ['tennessee'],
  TX: ['texas', 'tejas'],
  UT: ['utah'],
  VT: ['vermont'],
  VA: ['virginia'],
  VI: ['virgin islands'],
  WA: ['washington state', 'washington'],
  WV: ['west virginia', 'virginia occidental'],
  WI: ['wisconsin'],
  WY: ['wyoming'],
  GU: ['guam'],
};

/** What the states were shortened to before there were codes. Many are words: they are states only right after a city that lies there. */
const OLD_SHORT: Record<string, string> = {
  ala: 'AL',
  ariz: 'AZ',
  ark: 'AR',
  cal: 'CA',
  col: 'CO',
  colo: 'CO',
  del: 'DE',
  ida: 'ID',
  ill: 'IL',
  ind: 'IN',
  kan: 'KS',
  kans: 'KS',
  ken: 'KY',
  mich: 'MI',
  miss: 'MS',
  mont: 'MT',
  neb: 'NE',
  nebr: 'NE',
  nev: 'NV',
  ore: 'OR',
  oreg: 'OR',
  penn: 'PA',
  tex: 'TX',
  virg: 'VA',
  wash: 'WA',
  wis: 'WI',
};

const BY_NAME = new Map(Object.entries(STATES).flatMap(([code, names]) => names.map((name) => [name, code] as const)));

/** The code of the state that a word was short for: "mont" as MT. */
export function stateShortened(word: string): string | undefined {
  return Object.hasOwn(OLD_SHORT, word) ? OLD_SHORT[word] : undefined;
}

/** The code of a state's folded name: "new jersey" as NJ. */
export function stateNamed(name: string): string | undefined {
  return BY_NAME.get(name);
}
