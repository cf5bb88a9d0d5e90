import { z } from 'zod';

/**
 * A referral directory in the words of Open Referral's HSDS 3: services with their organization, phones, languages and
 * areas. Fields of HSDS that the line does not use are let through unread. Addresses are not read at all: what the line
 * does not hold it cannot send.
 */
export const directorySchema = z.object({
  services: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().min(1),
      status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
      /** The day on which the source was last known to say so. */
      assured_date: z.iso.date(),
      organization: z.object({ id: z.string().min(1), name: z.string().min(1) }),
      phones: z.array(z.object({ number: z.string().regex(/^[0-9][0-9-]{2,}$/), type: z.string().optional() })).min(1),
      languages: z.array(z.object({ code: z.string().regex(/^[a-z]{2}$/) })).default([]),
      service_areas: z.array(z.object({ extent_type: z.enum(['country', 'state']), extent: z.string().min(2) })).min(1),
      /** What it helps with, as codes of our own taxonomy: the options of the flows. */
      attributes: z.array(z.object({ taxonomy_term: z.object({ code: z.string().min(1) }) })),
      /** Who says so: HSDS leaves room for fields of one's own. */
      source: z.object({ name: z.string().min(1) }),
    }),
  ),
});

export type Directory = z.infer<typeof directorySchema>;
