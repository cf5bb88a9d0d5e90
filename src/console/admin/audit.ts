import { useMutation, useQuery } from '@tanstack/react-query';
import type { AuditFilter, AuditPage, Verified } from '../../http/console-contract.ts';
import { ask } from '../server/ask.ts';

/** One page of the audit, newest first; `before` undefined: from its end. */
export function useAudit(filter: AuditFilter, before: number | undefined) {
  return useQuery({
    queryKey: ['audit', filter, before],
    queryFn: () => {
      const asked = { ...filter, ...(before !== undefined && { before: String(before) }) };
      const query = new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : [])));
      return ask<AuditPage>('GET', `/api/audit?${query}`);
    },
    // A page that one has gone back to must be as it is now.
    staleTime: 0,
  });
}

export function useVerify() {
  return useMutation({ mutationFn: () => ask<Verified>('POST', '/api/audit/verify', {}) });
}
