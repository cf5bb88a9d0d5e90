import { type Service, serviceSchema } from '../../directory/directory.ts';
import { SERVICES } from '../../understanding/service-lists.ts';
import type { ListingField, ListingForm } from './listing-view.ts';

/** Which field of the form each part of an HSDS service comes from. */
const FIELDS: Record<string, ListingField> = {
  name: 'name',
  organization: 'organization',
  phones: 'number',
  languages: 'languages',
  service_areas: 'states',
  attributes: 'services',
  service_at_locations: 'area',
  reverify_by: 'reverifyBy',
};

/**
 * The form as an HSDS service, or what it lacks: the directory's own rules, and that it says what it offers, where, until when,
 * and that somebody has called.
 *
 * @param today YYYY-MM-DD
 */
export function serviceOf(
  form: ListingForm,
  { id, today, source }: { id: string; today: string; source: string },
): { service: Service } | { missing: ListingField[] } {
  const parsed = serviceSchema.safeParse(asService(form, { id, today, source }));
  const missing = new Set<ListingField>(lacking(form, today));
  for (const { path } of parsed.error?.issues ?? []) missing.add(FIELDS[String(path[0])] ?? 'name');
  return parsed.success && missing.size === 0 ? { service: parsed.data } : { missing: [...missing] };
}

function lacking(form: ListingForm, today: string): ListingField[] {
  const lacks: [ListingField, boolean][] = [
    ['services', form.services.length === 0 || form.services.some((code) => !SERVICES.some((known) => known === code))],
    ['area', !form.national && form.states.length === 0 && form.state === ''],
    ['state', form.state === '' && (form.city !== '' || form.zip !== '' || form.confidential)],
    ['reverifyBy', form.reverifyBy <= today],
    ['checked', !form.checked],
  ];
  return lacks.flatMap(([field, lacked]) => (lacked ? [field] : []));
}

function asService(form: ListingForm, { id, today, source }: { id: string; today: string; source: string }): unknown {
  const { city, state, zip, confidential } = form;
  const address = { ...(city && { city }), state_province: state, ...(zip && { postal_code: zip }) };
  return {
    ...{ id, name: form.name, status: 'active', assured_date: today, reverify_by: form.reverifyBy, verified: true },
    organization: { id: `${id}-organization`, name: form.organization },
    phones: form.number === '' ? [] : [{ number: form.number }],
    languages: form.languages.map((code) => ({ code })),
    service_areas: [
      ...(form.national ? [{ extent_type: 'country', extent: 'US' }] : []),
      ...form.states.map((extent) => ({ extent_type: 'state', extent })),
    ],
    attributes: form.services.map((code) => ({ taxonomy_term: { code } })),
    service_at_locations: state ? [{ location: { id: `${id}-location`, confidential, addresses: [address] } }] : [],
    source: { name: source },
  };
}

/** A service of the directory as the form has it. */
export function formOf(service: Service): ListingForm {
  const [place] = service.service_at_locations;
  const [address] = place?.location.addresses ?? [];
  const extents = (type: string) =>
    service.service_areas.flatMap((area) => (area.extent_type === type ? [area.extent] : []));
  return {
    ...{ id: service.id, name: service.name, organization: service.organization.name },
    number: service.phones[0]?.number ?? '',
    services: service.attributes.map(({ taxonomy_term: term }) => term.code),
    languages: service.languages.map(({ code }) => code),
    ...{ national: extents('country').length > 0, states: extents('state') },
    ...{ city: address?.city ?? '', state: address?.state_province ?? '', zip: address?.postal_code ?? '' },
    ...{ confidential: place?.location.confidential ?? false, reverifyBy: service.reverify_by ?? '', checked: false },
  };
}
