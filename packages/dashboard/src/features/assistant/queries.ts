import type { AssistantSettings, Usage } from '@norvalt/sdk';
import { createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

export function assistantQuery() {
  return createQuery(() => ({
    queryKey: keys.assistant,
    queryFn: async ({ signal }): Promise<AssistantSettings> => norvalt.assistant.get({ signal }),
  }));
}

export function usageQuery(month: () => string) {
  return createQuery(() => ({
    queryKey: keys.usage(month()),
    queryFn: async ({ signal }): Promise<Usage> => norvalt.assistant.usage({ month: month() }, { signal }),
  }));
}
