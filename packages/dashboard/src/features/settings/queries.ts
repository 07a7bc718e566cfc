import type { ApiKey, Dealership, Mailbox, User } from '@norvalt/sdk';
import { createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const wholePage = 100;

export function dealershipQuery() {
  return createQuery(() => ({
    queryKey: keys.dealership,
    queryFn: ({ signal }): Promise<Dealership> => norvalt.dealership.get({ signal }),
  }));
}

export function mailboxQuery() {
  return createQuery(() => ({
    queryKey: keys.mailbox,
    queryFn: ({ signal }): Promise<Mailbox> => norvalt.dealership.mailbox.get({ signal }),
    // Who sets up forwarding waits here for the first mail.
    refetchInterval: 15_000,
  }));
}

export function teamQuery() {
  return createQuery(() => ({
    queryKey: keys.users,
    queryFn: async ({ signal }): Promise<User[]> => (await norvalt.users.list({ limit: wholePage }, { signal })).data,
  }));
}

export function apiKeysQuery(enabled: () => boolean = () => true) {
  return createQuery(() => ({
    queryKey: keys.apiKeys,
    enabled: enabled(),
    queryFn: async ({ signal }): Promise<ApiKey[]> =>
      (await norvalt.apiKeys.list({ limit: wholePage }, { signal })).data,
  }));
}
