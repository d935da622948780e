import { QueryClient } from '@tanstack/react-query';
import { toAppError } from '#shared/errors/index.ts';

const restartRetries = 2;

/**
 * Results stay as they are until an event says that what they were made from has changed. Only a restart of the engine
 * is worth another try. `always`: a laptop without a network is not offline for a local engine.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => toAppError(error).code === 'engineRestarted' && failures < restartRetries,
      retryDelay: 300,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
