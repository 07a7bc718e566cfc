import type { Lead, ReplyChannel } from '@norvalt/sdk';

export type Channel = ReplyChannel['channel'];

/** How each channel stands, as the API says; WhatsApp and the chat are there where the customer has written by them. */
export type ReplyChannels = Partial<Record<Channel, ReplyChannel>>;

function guess(lead: Lead, channel: 'email' | 'sms'): ReplyChannel {
  const recipient = channel === 'email' ? lead.customer.email : lead.customer.phone;
  const reason = recipient === null ? 'no_address' : null;
  return { channel, possible: reason === null, reason, recipient, window_closes_at: null, template_text: null };
}

/** What the API said, with the window of WhatsApp as it is at this moment; until it has answered, what the lead tells. */
export function channelsNow(lead: Lead, said: readonly ReplyChannel[] | undefined, nowMs: number): ReplyChannels {
  const channels: ReplyChannels = { email: guess(lead, 'email'), sms: guess(lead, 'sms') };
  for (const channel of said ?? []) {
    if (channel.reason === 'never_wrote' || channel.reason === 'no_chat') continue;
    const closes = channel.window_closes_at === null ? null : Date.parse(channel.window_closes_at);
    const closed = channel.possible && closes !== null && closes <= nowMs;
    channels[channel.channel] = closed ? { ...channel, possible: false, reason: 'window_closed' } : channel;
  }
  return channels;
}

/** The channel to begin with: the one the customer wrote by, if it is open; else the first that is. */
export function firstChannel(lead: Lead, channels: ReplyChannels): Channel {
  if (lead.source === 'whatsapp' && channels.whatsapp?.possible) return 'whatsapp';
  if (lead.source === 'chat' && channels.chat?.possible) return 'chat';
  const order: Channel[] = lead.source === 'sms' || lead.source === 'phone' ? ['sms', 'email'] : ['email', 'sms'];
  return (
    [...order, 'whatsapp' as const, 'chat' as const].find((channel) => channels[channel]?.possible) ??
    order[0] ??
    'email'
  );
}
