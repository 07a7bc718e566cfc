import type { FollowUp, HistoryEntry, Lead, Message, Note } from '@norvalt/sdk';
import { fakeId } from './leads.ts';

const secondMs = 1_000;
const dayMs = 86_400_000;

/** The messages of a lead: enquiry, answer with its sources, and for some a talk that goes on. */
export function makeMessages(lead: Lead, number: number): Message[] {
  const startMs = Date.parse(lead.created_at);
  const at = (seconds: number) => new Date(startMs + seconds * secondMs).toISOString();
  const base = {
    lead_id: lead.id,
    state_reason: null,
    language: lead.customer.language,
    written_by: null,
    claims: [],
    approved_by: null,
    edited: false,
    attachments: [],
    attachments_left_out: 0,
    recipient: null,
  };
  const first = lead.customer.name?.split(' ')[0] ?? 'der';
  const messages: Message[] = [
    {
      ...base,
      id: fakeId('msg', number * 100),
      direction: 'inbound',
      sender_type: 'customer',
      sender_name: lead.customer.name,
      channel: lead.source === 'email' ? 'email' : 'website',
      purpose: 'enquiry',
      subject: null,
      text: lead.message,
      state: 'received',
      created_at: at(0),
      sent_at: null,
    },
  ];
  if (lead.first_response_seconds === null) {
    if (number === 9)
      messages.push({
        ...base,
        id: fakeId('msg', number * 100 + 1),
        direction: 'outbound',
        sender_type: 'ai',
        sender_name: 'Frida',
        channel: 'email',
        purpose: 'reply',
        subject: null,
        text: '',
        state: 'pending',
        created_at: at(2),
        sent_at: null,
      });
    return messages;
  }
  messages.push({
    ...base,
    id: fakeId('msg', number * 100 + 1),
    direction: 'outbound',
    sender_type: 'ai',
    sender_name: 'Frida',
    channel: 'email',
    purpose: 'reply',
    subject: `Om ${lead.vehicle?.title ?? 'bilen du spurte om'}`,
    text: `Hei ${first}.\n\nTakk for at du tok kontakt. ${lead.vehicle?.title ?? 'Bilen'} er til salgs og koster 489 000 kr. Den har gått 41 000 km og står klar hos oss på Lagunen.\n\nVil du prøvekjøre den lørdag mellom 10 og 14?\n\nFrida, digital assistent hos Fjord Bil`,
    state: 'delivered',
    written_by: 'model',
    claims: [
      { claim: '489 000 kr', source: 'vehicle', source_id: lead.vehicle?.id ?? null },
      { claim: '41 000 km', source: 'vehicle', source_id: lead.vehicle?.id ?? null },
      { claim: 'lørdag 10–14', source: 'dealership', source_id: null },
    ],
    created_at: at(lead.first_response_seconds - 1),
    sent_at: at(lead.first_response_seconds),
    recipient: lead.customer.email,
  });
  if (number === 2) {
    messages.push(
      {
        ...base,
        id: fakeId('msg', number * 100 + 2),
        direction: 'inbound',
        sender_type: 'customer',
        sender_name: lead.customer.name,
        channel: 'email',
        purpose: 'reply',
        subject: null,
        text: 'Takk for raskt svar. Går det an å få den til 460 000 hvis jeg betaler kontant? Vil helst snakke med en selger.',
        state: 'received',
        created_at: at(70),
        sent_at: null,
      },
      {
        ...base,
        id: fakeId('msg', number * 100 + 3),
        direction: 'outbound',
        sender_type: 'human',
        sender_name: 'Anne Lie',
        channel: 'sms',
        purpose: 'manual',
        subject: null,
        text: 'Hei Ola, Anne hos Fjord Bil her. Jeg ringer deg kl. 15, så finner vi ut av det.',
        state: 'failed',
        state_reason: 'nummeret svarer ikke',
        created_at: at(120),
        sent_at: at(121),
      },
      {
        ...base,
        id: fakeId('msg', number * 100 + 4),
        direction: 'inbound',
        sender_type: 'customer',
        sender_name: lead.customer.name,
        channel: 'website',
        purpose: 'enquiry',
        subject: null,
        text: 'Hei igjen. Glemte å spørre: følger det med vinterdekk?',
        state: 'received',
        created_at: at(150),
        sent_at: null,
      },
    );
  }
  return messages;
}

export function makeFollowUps(lead: Lead, number: number): FollowUp[] {
  if (lead.status !== 'contacted') return [];
  const startMs = Date.parse(lead.created_at);
  const cancelled = lead.handled_by === 'human';
  return [3, 7].map((days, index) => ({
    id: fakeId('fup', number * 10 + index),
    lead_id: lead.id,
    step: index + 1,
    state: cancelled ? 'cancelled' : 'scheduled',
    due_at: new Date(startMs + days * dayMs).toISOString(),
    state_reason: cancelled ? 'Et menneske har svart' : null,
    message_id: null,
  }));
}

export function makeNotes(lead: Lead, number: number): Note[] {
  if (number % 4 !== 1) return [];
  return [
    {
      id: fakeId('note', number),
      text: 'Ringte. Kommer lørdag kl. 11 og tar med innbyttebilen.',
      author: 'Anne Lie',
      created_at: lead.last_activity_at,
    },
  ];
}

export function makeHistory(lead: Lead, number: number): HistoryEntry[] {
  const entry = (
    index: number,
    type: HistoryEntry['type'],
    actor: HistoryEntry['actor'],
    from: string | null,
    to: string | null,
  ): HistoryEntry => ({
    id: fakeId('hist', number * 10 + index),
    type,
    actor,
    from,
    to,
    reason: null,
    occurred_at: new Date(Date.parse(lead.created_at) + index * 3_000).toISOString(),
  });
  const assistant = { type: 'assistant', name: 'Frida' } as const;
  const entries = [entry(0, 'created', { type: 'customer', name: lead.customer.name }, null, null)];
  if (lead.status !== 'new') {
    entries.unshift(
      entry(3, 'follow_ups_scheduled', { type: 'system', name: null }, null, null),
      entry(2, 'status_changed', assistant, 'new', 'contacted'),
      entry(1, 'message_sent', assistant, null, null),
    );
  }
  return entries.sort((one, other) => other.occurred_at.localeCompare(one.occurred_at));
}
