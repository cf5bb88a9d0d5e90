import { z } from 'zod';

const id = z.string().min(1).max(100);
const text = z.string().min(1);
const date = z.iso.date();

/** Longer names do not fit into one text with a number and a place. */
export const LONGEST_NAME = 70;

const phoneSchema = z.object({
  /** Digits and hyphens, as a person dials it: 988, 800-555-0100. */
  number: z.string().regex(/^[0-9][0-9-]{2,19}$/, 'a number is digits and hyphens, such as 713-555-0100'),
  type: text.optional(),
});

const languageSchema = z.object({
  code: z.string().regex(/^[a-z]{2}$/, 'a language is two small letters, such as es'),
});

const serviceAreaSchema = z.object({
  extent_type: z.enum(['country', 'state']),
  /** US, or the two letters of a state. */
  extent: z.string().regex(/^[A-Z]{2}$/, 'an extent is two capital letters, such as US or TX'),
});

const attributeSchema = z.object({
  /** A code of our own taxonomy: a kind of help, such as shelter, or an option of the flows. */
  taxonomy_term: z.object({
    code: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a code is small letters, digits and hyphens'),
  }),
});

const scheduleSchema = z.object({ description: text });

const addressSchema = z.object({
  address_1: text.optional(),
  address_2: text.optional(),
  city: text.optional(),
  state_province: z.string().regex(/^[A-Z]{2}$/, 'a state is two capital letters, such as TX'),
  postal_code: z
    .string()
    .regex(/^\d{5}(-\d{4})?$/, 'a ZIP code is five digits')
    .optional(),
});

const locationSchema = z.object({
  id,
  name: text.optional(),
  /** The place is secret: a shelter's. Only its town and state are kept, whatever else the source tells. */
  confidential: z.boolean().default(false),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  addresses: z.array(addressSchema).default([]),
});

type Location = z.infer<typeof locationSchema>;

const wholeServiceSchema = z.object({
  id,
  name: text.max(LONGEST_NAME, `a name has at most ${LONGEST_NAME} letters, to fit into one text`),
  description: text.optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  /** The day on which the source was last known to say so. */
  assured_date: date,
  /** From the day after, the entry is not offered until someone has checked it again. */
  reverify_by: date.optional(),
  /** Someone of the line called, and what stands here is true. */
  verified: z.boolean().default(false),
  organization: z.object({ id, name: text }),
  phones: z.array(phoneSchema).min(1, 'a service needs a phone number to be offered'),
  languages: z.array(languageSchema).default([]),
  service_areas: z.array(serviceAreaSchema).default([]),
  attributes: z.array(attributeSchema).default([]),
  schedules: z.array(scheduleSchema).default([]),
  service_at_locations: z.array(z.object({ location: locationSchema })).default([]),
  /** Who says so: HSDS leaves room for fields of one's own. */
  source: z.object({ name: text }),
});

type Service = z.infer<typeof wholeServiceSchema>;

/** One service. A secret address in a field that is sent is refused; elsewhere it is left out. */
export const serviceSchema = wholeServiceSchema
  .superRefine((service, context) => {
    for (const secret of secretsOf(service)) {
      for (const path of [['name'], ['organization', 'name']]) {
        const said = path[0] === 'name' ? service.name : service.organization.name;
        if (!said.toLowerCase().includes(secret)) continue;
        context.addIssue({ code: 'custom', path, message: 'the name holds the address of a confidential place' });
      }
    }
  })
  .transform(withoutSecrets);

/** What the line does not hold it cannot send: of a confidential place nothing is kept but town and state. */
function withoutSecrets(service: Service): Service {
  return {
    ...service,
    service_at_locations: service.service_at_locations.map(({ location }) => ({
      location: location.confidential ? withoutAddress(location) : location,
    })),
  };
}

function withoutAddress({ id, addresses }: Location): Location {
  return {
    id,
    confidential: true,
    addresses: addresses.map(({ city, state_province }) => ({ ...(city !== undefined && { city }), state_province })),
  };
}

function secretsOf({ service_at_locations: places }: Service): string[] {
  return places
    .filter(({ location }) => location.confidential)
    .flatMap(({ location }) => location.addresses.flatMap((address) => address.address_1?.toLowerCase() ?? []));
}

/**
 * A referral directory in the words of Open Referral's HSDS 3, as much of it as a text line uses. Fields that it does not use are let
 * through unread; the ids of what belongs to one service alone are not kept. Beyond HSDS stand `reverify_by`, `verified`, `source` and a location's `confidential`.
 */
export const directorySchema = z.object({ services: z.array(serviceSchema) });

export type Directory = z.infer<typeof directorySchema>;
export type { Service };
