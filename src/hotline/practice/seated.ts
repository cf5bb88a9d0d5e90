import type { Staff } from '../desk/desk-service.ts';

/** More than there are texters in a room. */
const SEAT_LOAD = 9;

/** Whoever practises is an advocate on shift there, whatever they are elsewhere. */
export function seated(staff: Staff): Staff {
  return { ...staff, roles: ['advocate'], shift: 'on', loadCap: SEAT_LOAD };
}
