import { coordinatesOf } from './coordinates.ts';
import type { Directory, Service } from './directory.ts';

/**
 * What searching and answering know of a service. There is no field for an address, so that none can be sent; a confidential place
 * lies in the middle of its town here, and its area is its state.
 */
export interface Listing {
  id: string;
  name: string;
  organization: string;
  number: string;
  /** Codes of the taxonomy: kinds of help, options of flows. */
  services: readonly string[];
  languages: readonly string[];
  /** Serves the whole country. */
  national: boolean;
  /** States that it serves or lies in. */
  states: readonly string[];
  /** Town and state, for a person to tell entries apart: "Tampa, FL". */
  area?: string;
  latitude?: number;
  longitude?: number;
  verified: boolean;
  /** YYYY-MM-DD */
  reverifyBy?: string;
}

/** The services that are open, as listings; one that lies in several places is listed at each. */
export function* listingsOf(directory: Directory): Iterable<Listing> {
  for (const service of directory.services) {
    if (service.status !== 'active') continue;
    const places = service.service_at_locations.map(({ location }) => placeOf(location));
    if (places.length === 0) places.push({ states: [] });
    for (const place of places) yield listing(service, place);
  }
}

type PlaceOf = { states: string[]; area?: string; latitude?: number; longitude?: number };

function listing(service: Service, place: PlaceOf): Listing {
  const areas = service.service_areas;
  const states = [
    ...place.states,
    ...areas.flatMap(({ extent_type, extent }) => (extent_type === 'state' ? [extent] : [])),
  ];
  const listed: Listing = {
    ...place,
    id: service.id,
    name: service.name,
    organization: service.organization.name,
    number: service.phones[0]?.number ?? '',
    services: service.attributes.map(({ taxonomy_term: term }) => term.code),
    languages: service.languages.map(({ code }) => code),
    national: areas.some(({ extent_type }) => extent_type === 'country'),
    states: [...new Set(states)],
    verified: service.verified,
  };
  if (service.reverify_by !== undefined) listed.reverifyBy = service.reverify_by;
  return listed;
}

function placeOf(location: Service['service_at_locations'][number]['location']): PlaceOf {
  const [address] = location.addresses;
  if (!address) return { states: [] };
  const state = address.state_province;
  const { city, postal_code: zip } = address;
  if (location.confidential)
    return { states: [state], area: state, ...coordinatesOf({ ...(city && { city }), state }) };
  const known =
    location.latitude !== undefined && location.longitude !== undefined
      ? { latitude: location.latitude, longitude: location.longitude }
      : coordinatesOf({ ...(zip && { zip: zip.slice(0, 5) }), ...(city && { city }), state });
  return { states: [state], area: city ? `${city}, ${state}` : state, ...known };
}
