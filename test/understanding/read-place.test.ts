import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPlace } from '../../src/understanding/read-place.ts';
import { realPlaces } from './real-places.ts';

describe('readPlace', () => {
  it.each([
    ['90210', { zip: '90210' }],
    ['my zip is 60629-1234 ok', { zip: '60629' }],
    ['٩٠٠١٢', { zip: '90012' }],
    ['90026 los angeles ca', { zip: '90026', city: 'Los Angeles', state: 'CA' }],
    ['im in tulsa ok', { city: 'Tulsa', state: 'OK' }],
    ['near downtown Augusta, Maine', { city: 'Augusta', state: 'ME' }],
    ['vivo en dallas texas', { city: 'Dallas', state: 'TX' }],
    ['kansas city mo', { city: 'Kansas City', state: 'MO' }],
    ['kansas city', { city: 'Kansas City', ambiguous: true }],
    ['new york ny', { city: 'New York', state: 'NY' }],
    ['nyc', { city: 'New York' }],
    ['upstate new york', { state: 'NY' }],
    ['d.c.', { city: 'Washington', state: 'DC' }],
    ['anywhere in washington', { state: 'WA', ambiguous: true }],
    ['spokane, washington', { city: 'Spokane', state: 'WA' }],
    ['st. louis missouri', { city: 'St. Louis', state: 'MO' }],
    ['ft worth', { city: 'Fort Worth' }],
    ['indiana, pa', { city: 'Indiana', state: 'PA' }],
    ['nuevo mexico', { state: 'NM' }],
    ['WV', { state: 'WV' }],
    ['beds in la', { city: 'Los Angeles' }],
    ['la casa no es segura', null],
    ['lake charles la', { city: 'Lake Charles', state: 'LA' }],
    ['milwauke', { city: 'Milwaukee' }],
    ['shelter in sanfrancisco ca', { city: 'San Francisco', state: 'CA' }],
    ['tattoo removal los angelas', { city: 'Los Angeles' }],
    ['la california', { city: 'Los Angeles', state: 'CA' }],
    ['en la casa de mi tia', null],
    ['somewhere in tennesee', { state: 'TN' }],
    ['billings mont.', { city: 'Billings', state: 'MT' }],
    ['beds in laramie wyo', { city: 'Laramie', state: 'WY' }],
    ['western montana', { state: 'MT' }],
    ['s. dakota', { state: 'SD' }],
    ['mobile. a lawyer please', { city: 'Mobile' }],
    ['33161 manje ak rad', { zip: '33161' }],
  ])('%j', (text, place) => {
    expect(readPlace(text, realPlaces)).toEqual(place);
  });

  it.each([
    ['a debt', 'i owe him 30301'],
    ['a price', 'he wants $30301 from me'],
    ['a phone number', 'call 555-0143 or 202-555-0143'],
    ['a house number', 'the house is 30301 peach street'],
    ['a person', 'my friend named Austin is here'],
    ['a word', 'i am reading this at home with hope'],
    ['not known', 'i dont know'],
    ['nearby', 'downtown near the airport'],
    ['an old short form that is a word', 'i feel ill and miss my mom'],
    ['nothing', ''],
  ])('names no place: %s', (_, text) => {
    expect(readPlace(text, realPlaces)).toBeNull();
  });

  it.each([
    ['where somebody comes from', 'im from ohio but texas is where i am', { state: 'TX' }],
    ['where somebody was before', 'i left reno and now im in fargo', { city: 'Fargo' }],
    ['a relative elsewhere', 'im in boise, my mom lives in tampa', { city: 'Boise' }],
    ['a relative in need', 'im in boise, my aunt in tampa needs a doctor', { city: 'Tampa' }],
  ])('tells where help is needed from %s', (_, text, place) => {
    expect(readPlace(text, realPlaces)).toEqual(place);
  });

  it.each([
    ['es', 'estoy en filadelfia', 'Philadelphia'],
    ['ru', 'я в Бостоне', 'Boston'],
    ['ko', '시애틀에 있어요', 'Seattle'],
    ['zh', '我在休斯顿', 'Houston'],
    ['vi', 'tôi ở Seattle', 'Seattle'],
    ['tl', 'nandito ako sa honolulu', 'Honolulu'],
    ['fr', 'je suis à la nouvelle-orléans', 'New Orleans'],
    ['pt', 'moro em nova york', 'New York'],
    ['ar', 'انا في شيكاغو', 'Chicago'],
    ['ht', 'mwen nan miyami', 'Miami'],
  ])('reads the cities of %s', (_, text, city) => {
    expect(readPlace(text, realPlaces)).toEqual({ city });
  });

  it('never throws, and a very long text stalls nothing', () => {
    const codes = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.oneof(codes, fc.string({ unit: 'binary' })), (text) => {
        readPlace(text, realPlaces);
      }),
      { numRuns: 200 },
    );
    expect(readPlace(`in dallas ${'in spokan 12345 '.repeat(4000)}`, realPlaces)).not.toBeNull();
  });
});
