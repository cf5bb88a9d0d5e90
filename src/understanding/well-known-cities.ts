/**
 * Names that several well-known places bear, with the states in mind, best known first. A name with one dominant meaning (Houston,
 * Miami, Newark) is not here, however many villages share it. Keys are looked-up names: small letters, "st" for Saint.
 */
export const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  albany: ['NY', 'GA', 'OR'],
  alexandria: ['VA', 'LA'],
  arlington: ['TX', 'VA', 'MA'],
  athens: ['GA', 'OH', 'AL'],
  auburn: ['AL', 'WA', 'NY', 'ME'],
  augusta: ['GA', 'ME'],
  aurora: ['CO', 'IL'],
  bloomington: ['IN', 'IL', 'MN'],
  'bowling green': ['KY', 'OH'],
  bristol: ['CT', 'TN', 'VA', 'PA'],
  burlington: ['VT', 'NC', 'NJ'],
  canton: ['OH', 'MI', 'GA'],
  carlsbad: ['CA', 'NM'],
  charleston: ['SC', 'WV'],
  clinton: ['MS', 'MD', 'IA'],
  columbia: ['SC', 'MO', 'MD'],
  columbus: ['OH', 'GA', 'IN', 'MS'],
  concord: ['CA', 'NC', 'NH'],
  covington: ['KY', 'LA', 'GA'],
  danville: ['VA', 'IL', 'CA'],
  decatur: ['IL', 'AL', 'GA'],
  dover: ['DE', 'NH'],
  fairfield: ['CA', 'CT', 'OH'],
  fayetteville: ['NC', 'AR'],
  florence: ['SC', 'AL', 'KY'],
  franklin: ['TN', 'MA', 'WI'],
  gainesville: ['FL', 'GA'],
  georgetown: ['TX', 'KY', 'DC', 'SC'],
  glendale: ['CA', 'AZ'],
  greenville: ['SC', 'NC', 'MS'],
  hamilton: ['OH', 'NJ'],
  hollywood: ['CA', 'FL'],
  jackson: ['MS', 'TN', 'MI', 'WY'],
  'kansas city': ['MO', 'KS'],
  lafayette: ['LA', 'IN'],
  lakewood: ['CO', 'CA', 'WA', 'NJ', 'OH'],
  lancaster: ['CA', 'PA'],
  lawrence: ['KS', 'MA'],
  lebanon: ['PA', 'TN', 'NH'],
  manchester: ['NH', 'CT'],
  marion: ['IN', 'OH', 'IL'],
  medford: ['OR', 'MA'],
  middletown: ['OH', 'CT', 'NY'],
  midland: ['TX', 'MI'],
  milford: ['CT', 'MA', 'DE'],
  monroe: ['LA', 'NC', 'MI'],
  'mt vernon': ['NY', 'WA'],
  newport: ['RI', 'KY', 'OR'],
  norwalk: ['CA', 'CT'],
  ontario: ['CA', 'OR'],
  orange: ['CA', 'NJ', 'TX'],
  pasadena: ['CA', 'TX'],
  peoria: ['IL', 'AZ'],
  plymouth: ['MA', 'MN'],
  portland: ['OR', 'ME'],
  portsmouth: ['VA', 'NH', 'OH'],
  princeton: ['NJ', 'WV'],
  quincy: ['MA', 'IL'],
  richmond: ['VA', 'CA', 'IN'],
  rochester: ['NY', 'MN', 'NH'],
  roswell: ['NM', 'GA'],
  salem: ['OR', 'MA', 'NH'],
  springfield: ['MO', 'MA', 'IL', 'OH', 'OR'],
  'st charles': ['MO', 'IL', 'MD'],
  troy: ['MI', 'NY', 'OH', 'AL'],
  'union city': ['CA', 'NJ'],
  vancouver: ['WA'],
  warren: ['MI', 'OH'],
  westminster: ['CO', 'CA', 'MD'],
  wilmington: ['DE', 'NC'],
  winchester: ['VA', 'KY', 'TN'],
};

/** Places that people name and the post does not. */
export const MORE_CITIES: readonly (readonly [name: string, state: string])[] = [
  ['Queens', 'NY'],
  ['Manhattan', 'NY'],
  ['Harlem', 'NY'],
  ['Hollywood', 'CA'],
  ['West Hollywood', 'CA'],
  ['East Los Angeles', 'CA'],
  ['Boyle Heights', 'CA'],
  ['Koreatown', 'CA'],
  ['South Gate', 'CA'],
  ['Paradise', 'NV'],
  ['Spring Valley', 'NV'],
  ['Richmond', 'VA'],
  ['Sandy Springs', 'GA'],
  ['Miami Gardens', 'FL'],
  ['Little Havana', 'FL'],
  ['Cherry Hill', 'NJ'],
  ['Federal Way', 'WA'],
  ['Spokane Valley', 'WA'],
  ['West Valley City', 'UT'],
  ['Peachtree Corners', 'GA'],
  ['Johns Creek', 'GA'],
  ['Dunwoody', 'GA'],
  ['Miramar', 'FL'],
  ['Sunrise', 'FL'],
  ['Davie', 'FL'],
  ['Doral', 'FL'],
  ['Aventura', 'FL'],
  ['Lauderhill', 'FL'],
  ['Tamarac', 'FL'],
  ['Jurupa Valley', 'CA'],
  ['Eastvale', 'CA'],
  ['East Palo Alto', 'CA'],
  ['Brooklyn Park', 'MN'],
  ['Brooklyn Center', 'MN'],
  ['Maple Grove', 'MN'],
  ['Burien', 'WA'],
  ['SeaTac', 'WA'],
  ['Shoreline', 'WA'],
  ['Tukwila', 'WA'],
  ['The Woodlands', 'TX'],
  ['Langley Park', 'MD'],
];

/** Names that the post's table writes otherwise than people do. */
export const WRITTEN: Readonly<Record<string, string>> = {
  'winston salem': 'Winston-Salem',
  'wilkes barre': 'Wilkes-Barre',
  'coeur d alene': "Coeur d'Alene",
  'o fallon': "O'Fallon",
  dekalb: 'DeKalb',
  desoto: 'DeSoto',
  'port st lucie': 'Port St. Lucie',
  'east st louis': 'East St. Louis',
  'mt vernon': 'Mount Vernon',
};

/**
 * Names of towns that are ordinary words, given names or countries in a text. They are towns only with their state beside them, or as
 * the whole of an answer to "where?".
 */
export const ORDINARY: ReadonlySet<string> = new Set(
  (
    'agency alma alto america amigo amo angel anita anna april august ayer ball banco banner barco bay bear best bethel big black ' +
    'blue bodega bolt boring boss branch breaks brothers bucks buena bunch burns bush busy cache call campaign can canada carlos carrier casa ' +
    'cash center centre cerro charity check childs china christine christmas christopher church clear clinic coin college colon comer commerce ' +
    'como cook cool couch counselor court coy coyote cross cuba dale david day deal defiance delta deport descanso dinero dolores douglas driver ' +
    'early eden energy english enterprise era export faith felt female fence fields fine finger flat force foreman fork foster ' +
    'four frederic freedom friend friendship gas gate gates george given glenn gold good goode grace grand grant grants gratis gray green groom guide ' +
    'guy guys hall happy harmony hart harvest hay hazard help helper here hi home hooks hope hospital hotel house hurt index india industry ' +
    'institute international issue italy jail jean jerusalem job jones joy justice killer king kite lane last law lawyer lead liberty likely long ' +
    'loop los love lucas luck luna magazine male malo man many marble mark marks maria mary max may me media medical mercy meta mexico michael miles mode ' +
    'model money moral moroni morrow mother nada need neon nice nitro normal nueva nuevo oak odd okay old olds only opportunity ordinary page ' +
    'panama parole park perdido peru plain plains point points polaris poland police pool poor post power price pride protection rand range reading ready reed ' +
    'refugio register rescue reserve rich rifle ring rio river rose rule rush russia safe saco sacred salida salvo sandy sanctuary school section ' +
    'security see sells shell shelter shields shorter silver simon sisters social sola solo soon spain speed spring stamps star start state ' +
    'story street strong success summer sunday sunrise sunset plantation supply surprise table tell teller ten three time todd tome town trade transfer trial trinity trust truth ' +
    'turkey two una uncertain union united unity vale van veteran victor victoria vida virgin visa wake walk wall walls war warm water welcome west ' +
    'white why wilson winner winter woman work worth yes york young nacional republic temple moscow paris mobile orange ' +
    'norma alice alicia ana amanda ashley athena camila carmen celeste cecilia crystal daisy diana edna emma eva fe florence gloria grace ' +
    'helen henrietta ivy jane jasmine jasper joseph josephine juliet kelly laura laurel lena leon linda lola lucy lydia magnolia mariana marina ' +
    'martha marvin mia miguel mildred molly monica nora olivia oscar paola pedro penny rosa rosalia ruby rufus ruth sabina sara sarah selma shelby ' +
    'shirley sidney sofia sonora sophia stella susan sylvia tina vera veronica viola violet virginia wanda willow wayne henry edgar edwin ' +
    'hague marshall manual mission rescate apoyo libertad bend bed ride driver rider bus court hearing moms dads aid legal immigration advocate ' +
    'corona hygiene lodge motel cabin ranch farm star mall market village'
  ).split(' '),
);
