import { QueryClient } from '@tanstack/react-query';
import { AskError } from './ask.ts';

/** Everything is fetched again when an event says so, so nothing grows old by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 3 && !(error instanceof AskError && error.status >= 400 && error.status < 500),
    },
    mutations: { networkMode: 'always' },
  },
});
