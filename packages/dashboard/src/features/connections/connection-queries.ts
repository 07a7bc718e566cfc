import type { Connection, ConnectionList, ConnectionTemplateList } from '@norvalt/sdk';
import { createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const wholePage = 100;

/** A template that a number can send. */
export type Template = ConnectionTemplateList['data'][number];

/** The connections of the dealership, newest first, and what a new one needs. */
export interface Connections {
  list: Connection[];
  setup: ConnectionList['setup'];
}

export function connectionsQuery(enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: keys.connections,
    enabled: enabled(),
    queryFn: async ({ signal }): Promise<Connections> => {
      const page = await norvalt.connections.list({ limit: wholePage }, { signal });
      return { list: page.data, setup: page.body.setup };
    },
  }));
}

/** The templates of a number as Meta has them now: asked for each time, since they are approved and paused there. */
export function templatesQuery(connectionId: () => string) {
  return createQuery(() => ({
    queryKey: keys.connectionTemplates(connectionId()),
    staleTime: 0,
    queryFn: async ({ signal }): Promise<Template[]> =>
      (await norvalt.connections.templates(connectionId(), { signal })).data,
  }));
}
