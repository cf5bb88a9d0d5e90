import type { Role } from '../accounts/account.ts';

/** Who sees what people reported. */
export const RECORD_ROLES = ['advocate', 'supervisor', 'operator'] as const satisfies readonly Role[];
