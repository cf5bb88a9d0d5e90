import { describe, expect, it } from '@jest/globals';
import { createMemoryKeptItems } from '../../../src/adapters/memory/kept-items.ts';
import type { DeskEvent } from '../../../src/hotline/desk/desk-event.ts';
import { listingDraft } from '../../../src/hotline/listings/listing-draft.ts';
import type { ListingForm } from '../../../src/hotline/listings/listing-view.ts';
import { createListings, type OwnListing } from '../../../src/hotline/listings/listings.ts';
import { deskLine } from '../desk/desk-line.ts';

const GROUP = '+15555550131';
const SEEKER = '+15555550132';

async function office() {
  const here = deskLine();
  await here.library.relist([]);
  const items = createMemoryKeptItems<OwnListing>();
  const told: DeskEvent[] = [];
  const events = { append: async (event: DeskEvent) => void told.push(event) };
  const { clock, records, library } = here;
  const listings = createListings({ clock, items, records, library, events });
  let arrived = 0;
  async function text(from: string, body: string): Promise<void> {
    await here.text(from, body);
    for (; arrived < here.posts.length; arrived++) await here.report(here.posts[arrived]?.id ?? '', 'delivered');
  }
  async function talk(from: string, ...texts: string[]): Promise<void> {
    for (const body of texts) await text(from, body);
  }
  return { ...here, here, items, told, listings, talk, sue: here.who('sue') };
}

/** A group asks by text to be listed. */
async function asked() {
  const opened = await office();
  await opened.talk(GROUP, 'we want to add our organization to your list', '2', 'Harbor Light House');
  await opened.talk(GROUP, 'shelter and lawyers', 'women', 'Toledo OH', 'call (419) 555-0199 first', 'Bo 419-555-0101');
  const { records } = await opened.records.list({ statuses: ['new'] });
  const record = records.find(({ kind }) => kind === 'organization-add')?.id ?? '';
  const draft = await opened.listings.draft(record);
  const whole: ListingForm = {
    ...(draft?.form as ListingForm),
    ...{ organization: 'Harbor Light', reverifyBy: '2199-01-01', checked: true },
  };
  return { ...opened, record, draft, whole };
}

describe('an organization that asks to be listed', () => {
  it('is read as far as its words go, and a person completes it', async () => {
    const { draft } = await asked();
    expect(draft?.form).toMatchObject({
      ...{ name: 'Harbor Light House', number: '419-555-0199', city: 'Toledo', state: 'OH' },
      ...{ services: expect.arrayContaining(['shelter', 'legal']), checked: false, reverifyBy: '' },
    });
  });

  it('never takes the number of whoever asks for the one that texters are given', async () => {
    const { set } = (await lacking()).library.current();
    const told = { name: 'Harbor Light', process: 'just come by', contact: 'Bo 419-555-0101' };
    expect(listingDraft(told, { set, language: 'en' }).form.number).toBe('');
  });

  it('changes the directory once it is approved: whoever asks next by text is told of it', async () => {
    const { listings, record, whole, records, sue, told, talk, sentTo, items, library } = await asked();
    const seek = ['I need a shelter in Toledo OH', '2'];
    await talk(SEEKER, ...seek);
    expect(sentTo(SEEKER).join('\n')).not.toContain('Harbor Light');
    const approved = await listings.approve(sue, record, whole);
    expect(approved).toMatchObject({ outcome: 'done' });
    expect(told).toContainEqual({ type: 'directory' });
    expect(await records.view(record, 'en')).toMatchObject({ status: 'acted-on', told: 'in-review' });
    expect((await items.list())[0]?.service).toMatchObject({
      verified: true,
      source: { name: 'approved at the desk' },
    });
    await talk('+15555550133', ...seek);
    expect(sentTo('+15555550133').join('\n')).toContain('Harbor Light House, Toledo, OH: 419-555-0199.');
    expect(library.current().set.directory.services.length).toBeGreaterThan(5);
  });

  it.each<[string, Partial<ListingForm>, string[]]>([
    ['no number', { number: '' }, ['number']],
    ['no kind of help', { services: [] }, ['services']],
    ['a kind that there is not', { services: ['magic'] }, ['services']],
    ['nowhere', { city: '', state: '', zip: '' }, ['area']],
    ['a secret place without a state', { city: '', state: '', confidential: true, national: true }, ['state']],
    ['no state of that form', { state: 'Ohio' }, ['area']],
    ['no day to check it again', { reverifyBy: '' }, ['reverifyBy']],
    ['a day gone by', { reverifyBy: '2001-01-01' }, ['reverifyBy']],
    ['nobody called', { checked: false }, ['checked']],
    ['too long a name', { name: 'x'.repeat(71) }, ['name']],
    ['several things', { number: 'x', checked: false }, ['checked', 'number']],
  ])('is not listed with %s, and what is missing is named', async (_, over, missing) => {
    const { listings, record, whole, sue, items, told } = await lacking();
    expect(await listings.approve(sue, record, { ...whole, ...over })).toEqual({ outcome: 'incomplete', missing });
    expect([await items.list(), told]).toEqual([[], []]);
  });

  it('closes with what it lacked when it is refused', async () => {
    const { listings, record, sue, records } = await asked();
    expect(await listings.refuse(sue, record, ['number', 'checked'], 'nobody answers there')).toEqual({
      outcome: 'done',
    });
    const view = await records.view(record, 'en');
    expect(view).toMatchObject({ status: 'closed' });
    expect(view?.history.at(-1)).toMatchObject({ what: 'refused:number,checked', text: 'nobody answers there' });
  });

  it('updates what stands in the directory that came with the line, and is found once', async () => {
    const { listings, record, sue, library, whole, items } = await asked();
    const id = 'example-houston-shelter';
    const before = library.current().set.directory.services.length;
    expect(await listings.approve(sue, record, { ...whole, id, number: '713-555-0177' })).toMatchObject({
      listing: id,
    });
    const { services } = library.current().set.directory;
    expect(services).toHaveLength(before);
    expect(services.filter((one) => one.id === id).map(({ phones }) => phones[0]?.number)).toEqual(['713-555-0177']);
    expect(await listings.approve(sue, record, { ...whole, id: 'nobody' })).toEqual({ outcome: 'unknown' });
    await listings.approve(sue, record, { ...whole, id, number: '713-555-0178' });
    expect((await items.list()).map(({ version }) => version)).toEqual([2]);
  });

  it('is in the directory of a process that loads it, and of no conversation that has begun', async () => {
    const { listings, record, whole, sue, library } = await asked();
    const begun = library.current();
    await listings.approve(sue, record, whole);
    const after = library.current();
    expect(after.hash).not.toBe(begun.hash);
    expect((await library.of(begun.hash))?.set.directory).toBe(begun.set.directory);
    await library.relist([]);
    expect(library.current().hash).toBe(begun.hash);
    await listings.load();
    expect(library.current().hash).toBe(after.hash);
  });

  it('is listed once, however many approve it at the same time, and again', async () => {
    const { listings, record, whole, sue, library, items } = await asked();
    const before = library.current().set.directory.services.length;
    const both = await Promise.all([listings.approve(sue, record, whole), listings.approve(sue, record, whole)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'stale']);
    expect(await listings.approve(sue, record, { ...whole, number: '419-555-0198' })).toMatchObject({
      outcome: 'done',
    });
    expect(library.current().set.directory.services).toHaveLength(before + 1);
    expect((await items.list()).map(({ service }) => service.phones[0]?.number)).toEqual(['419-555-0198']);
  });

  it('stays in the directory when an older list of it comes late', async () => {
    const { listings, record, whole, sue, library, items } = await asked();
    const { list } = items;
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    items.list = async () => {
      items.list = list;
      const early = await list();
      await slow;
      return early;
    };
    const late = listings.load();
    const approved = listings.approve(sue, record, whole);
    await new Promise(setImmediate);
    goOn();
    await Promise.all([late, approved]);
    expect(library.current().set.directory.services.map(({ name }) => name)).toContain(whole.name);
  });

  it('is no tip: nothing else can be listed', async () => {
    const { listings, sue, whole } = await asked();
    expect(await listings.draft('nothing')).toBeUndefined();
    expect(await listings.approve(sue, 'nothing', whole)).toEqual({ outcome: 'unknown' });
  });
});

let kept: Awaited<ReturnType<typeof asked>> | undefined;
/** One and the same request, which is never listed. */
async function lacking() {
  kept ??= await asked();
  return kept;
}
