import type { FollowUp, HistoryEntry, Lead, LeadChat, Message, Note, ReplyChannel } from '@norvalt/sdk';
import { createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';
import { readLead } from './lead-actions.ts';

const wholePage = 100;
const runsOutMs = 8_000;
/** A conversation longer than this is cut at its beginning; nobody reads further back on one screen. */
const longestConversation = 500;

export function leadQuery(leadId: () => string) {
  return createQuery(() => ({ queryKey: keys.lead(leadId()), queryFn: ({ signal }) => readLead(leadId(), signal) }));
}

export function messagesQuery(leadId: () => string) {
  return createQuery(() => ({
    queryKey: keys.messages(leadId()),
    queryFn: async ({ signal }): Promise<Message[]> => {
      const messages: Message[] = [];
      for await (const message of norvalt.leads.messages.list(leadId(), { limit: wholePage }, { signal })) {
        messages.push(message);
      }
      return messages.slice(-longestConversation);
    },
  }));
}

/** The chat the customer is in, if they ever were in one. */
export function chatQuery(lead: () => Lead) {
  return createQuery<LeadChat['session']>(() => ({
    queryKey: keys.chat(lead().id),
    enabled: lead().sources.includes('chat'),
    // Typing and being there run out without anybody saying so.
    refetchInterval: ({ state }) => (state.data?.visitor_present || state.data?.visitor_typing ? runsOutMs : false),
    queryFn: async ({ signal }) => (await norvalt.leads.chat.get(lead().id, { signal })).session,
  }));
}

export function notesQuery(leadId: () => string) {
  return createQuery(() => ({
    queryKey: keys.notes(leadId()),
    queryFn: async ({ signal }): Promise<Note[]> =>
      (await norvalt.leads.notes.list(leadId(), { limit: wholePage }, { signal })).data,
  }));
}

export function followUpsQuery(leadId: () => string) {
  return createQuery(() => ({
    queryKey: keys.followUps(leadId()),
    queryFn: async ({ signal }): Promise<FollowUp[]> =>
      (await norvalt.leads.followUps.list(leadId(), { limit: wholePage }, { signal })).data,
  }));
}

export function historyQuery(leadId: () => string, enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: keys.history(leadId()),
    enabled: enabled(),
    queryFn: async ({ signal }): Promise<HistoryEntry[]> =>
      (await norvalt.leads.history(leadId(), { limit: wholePage }, { signal })).data,
  }));
}

export function replyChannelsQuery(leadId: () => string) {
  return createQuery(() => ({
    queryKey: keys.replyChannels(leadId()),
    queryFn: async ({ signal }): Promise<ReplyChannel[]> => (await norvalt.leads.channels(leadId(), { signal })).data,
  }));
}
