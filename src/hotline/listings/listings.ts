import { createHash } from 'node:crypto';
import type { Service } from '../../directory/directory.ts';
import type { Staff } from '../desk/desk-service.ts';
import type { KeptItem } from '../kept-items.ts';
import type { Clock, DeskEvents, KeptItems } from '../ports.ts';
import type { RecordDesk } from '../records/record-desk.ts';
import type { RecordResult } from '../records/record-view.ts';
import type { SetLibrary } from '../set-library.ts';
import { listingDraft } from './listing-draft.ts';
import type { ListingDraft, ListingField, ListingForm, ListingResult } from './listing-view.ts';
import { serviceOf } from './service-of.ts';

/** A service of the directory that staff have approved. */
export interface OwnListing extends KeptItem {
  service: Service;
  approvedBy: string;
  approvedAt: number;
}

/** Organizations that ask to be listed, and what becomes of them. */
export interface Listings {
  /** Undefined for a record that asks for no listing, and when it is gone. */
  draft(record: string): Promise<ListingDraft | undefined>;
  /** Puts it into the directory of every process, and marks the record as acted on; or names what it lacks. */
  approve(staff: Staff, record: string, form: ListingForm): Promise<ListingResult>;
  /** Closes the record, with what it lacked. */
  refuse(staff: Staff, record: string, missing: readonly ListingField[], reason: string): Promise<RecordResult>;
  /** Publishes the directory as it was approved, here. */
  load(): Promise<void>;
}

const ASKS = new Set(['organization-add', 'organization-update']);
const SOURCE = 'approved at the desk';

export function createListings(deps: {
  clock: Clock;
  items: KeptItems<OwnListing>;
  records: RecordDesk;
  library: SetLibrary;
  events: Pick<DeskEvents, 'append'>;
}): Listings {
  const { clock, items, records, library, events } = deps;

  let loading = Promise.resolve();

  /** One after the other: an older list that comes late must not take a newer one's place. */
  function load(): Promise<void> {
    const next = async () => library.relist((await items.list()).map(({ service }) => service));
    loading = loading.then(next, next);
    return loading;
  }

  async function asked(record: string) {
    const view = await records.view(record, 'en');
    return view && ASKS.has(view.kind) ? view : undefined;
  }

  return {
    load,

    async draft(record) {
      const view = await asked(record);
      if (view === undefined) return undefined;
      const answers = Object.fromEntries(view.fields.map(({ name, value }) => [name, value]));
      return listingDraft(answers, { set: library.current().set, language: view.language });
    },

    async approve(staff, record, form) {
      if ((await asked(record)) === undefined) return { outcome: 'unknown' };
      const now = clock.now();
      const today = new Date(now).toISOString().slice(0, 10);
      const known = library.current().set.directory.services.some(({ id }) => id === form.id);
      const id = form.id ?? ownId(record);
      if (form.id !== undefined && !known) return { outcome: 'unknown' };
      const made = serviceOf(form, { id, today, source: SOURCE });
      if ('missing' in made) return { outcome: 'incomplete', missing: made.missing };
      const before = (await items.list()).find((item) => item.id === id)?.version ?? 0;
      const item = { id, version: before + 1, service: made.service, approvedBy: staff.id, approvedAt: now };
      if (!(await items.put(item))) return { outcome: 'stale' };
      await load();
      await events.append({ type: 'directory' });
      await records.conclude(staff, record, { what: `listed:${id}`, status: 'acted-on' });
      return { outcome: 'done', listing: id };
    },

    async refuse(staff, record, missing, reason) {
      if ((await asked(record)) === undefined) return { outcome: 'unknown' };
      return records.conclude(staff, record, { what: `refused:${missing.join(',')}`, status: 'closed', text: reason });
    },
  };
}

/** One record makes one listing, whoever approves it, and however often. */
function ownId(record: string): string {
  return `own-${createHash('sha256').update(record).digest('base64url').slice(0, 12)}`;
}
