import { QueryClient } from '@tanstack/svelte-query';
import { toProblem } from './problem.ts';

/** Live events keep the cache fresh; the SDK has retried already, so the cache does not retry on top of it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => toProblem(error).code === 'network' && failures < 1,
    },
  },
});
