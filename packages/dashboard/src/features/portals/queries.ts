import type { Arrival, ArrivalMail, PortalMark, PortalPreview, PortalTemplate } from '@norvalt/sdk';
import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const recentMails = 50;

export function portalTemplatesQuery() {
  return createQuery(() => ({
    queryKey: keys.portalTemplates,
    queryFn: async ({ signal }): Promise<PortalTemplate[]> => (await norvalt.portalTemplates.list({}, { signal })).data,
  }));
}

/** The newest mails, to choose one to mark fields in. */
export function recentMailsQuery() {
  return createQuery(() => ({
    queryKey: keys.arrivalList({ channel: 'email', limit: recentMails }),
    queryFn: async ({ signal }): Promise<Arrival[]> =>
      (await norvalt.arrivals.list({ channel: 'email', limit: recentMails }, { signal })).data,
  }));
}

export function arrivalMailQuery(arrivalId: () => string) {
  return createQuery(() => ({
    queryKey: keys.arrivalMail(arrivalId()),
    queryFn: ({ signal }): Promise<ArrivalMail> => norvalt.arrivals.mail(arrivalId(), { signal }),
  }));
}

/** What the marks read in their own mail; a mark that nothing can be made of is an error with its place. */
export function portalPreviewQuery(arrivalId: () => string, marks: () => PortalMark[]) {
  return createQuery<PortalPreview>(() => ({
    queryKey: keys.portalPreview(arrivalId(), marks()),
    enabled: marks().length > 0,
    retry: false,
    queryFn: ({ signal }): Promise<PortalPreview> =>
      norvalt.portalTemplates.preview(arrivalId(), { marks: marks() }, { signal }),
    placeholderData: keepPreviousData,
  }));
}
