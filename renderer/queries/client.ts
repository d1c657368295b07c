import { notifyManager } from '@tanstack/react-query';
import { asFailure } from '../bridge/operation-failure.ts';
import { LatestClient } from './latest-client.ts';

// What is drawn before its answer is then drawn together with whatever else the same key changed.
notifyManager.setScheduler(queueMicrotask);

/** Everything comes from the same machine and is invalidated by its events: nothing grows stale by itself. */
export const queryClient = new LatestClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => failures < 2 && asFailure(error).reason === 'worker-crashed',
      retryDelay: 300,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
