import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { endSession } from '#session/session.ts';
import { isSessionRefused, isWorthRetrying } from './api-error.ts';

/** The one cache of what the server said. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: endRefusedSession }),
    mutationCache: new MutationCache({ onError: endRefusedSession }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
    },
  });
}

function endRefusedSession(error: Error): void {
  if (isSessionRefused(error)) endSession('expired');
}
