import { z } from 'zod';
import type { ListingForm } from '../../hotline/listings/listing-view.ts';

const text = z.string().trim().max(200);
const codes = z.array(z.string().max(40)).max(60);

/** POST /api/records/:record/listing, for supervisors and operators → ListingResult. What it lacks is told, not refused here. */
export const listingBody = z.strictObject({
  id: z.string().max(100).optional(),
  name: text,
  organization: text,
  number: text,
  services: codes,
  languages: codes,
  national: z.boolean(),
  states: codes,
  city: text,
  state: text,
  zip: text,
  confidential: z.boolean(),
  reverifyBy: text,
  checked: z.boolean(),
}) satisfies z.ZodType<ListingForm>;
/** POST /api/records/:record/refuse: it is not listed, for want of these. */
export const refuseListingBody = z.strictObject({
  missing: z
    .array(
      z.enum(['name', 'organization', 'number', 'services', 'languages', 'area', 'state', 'reverifyBy', 'checked']),
    )
    .max(12),
  reason: z.string().trim().min(3).max(1_000),
});

export type RefuseListingBody = z.input<typeof refuseListingBody>;
