import { readWhatsAppEcho, readWhatsAppMessage } from '../../channels/whatsapp/read-whatsapp-message.ts';
import type { WhatsAppEchoPayload, WhatsAppPayload } from '../../intake/whatsapp-payload.ts';
import { addressOf } from '../connections/address-model.ts';

type Json = Record<string, unknown>;

/** What Meta reports of a message that we sent. */
export interface WhatsAppStatus {
  /** The number it was sent by. */
  address: string;
  messageId: string;
  /** What we gave along when it was sent. */
  sendKey: string | null;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  errorCode: number | null;
}

/** What one change of a WhatsApp account holds. */
export interface WhatsAppChange {
  messages: { address: string; key: string; payload: WhatsAppPayload | WhatsAppEchoPayload }[];
  statuses: WhatsAppStatus[];
  unreadable: number;
}

const STATES = ['sent', 'delivered', 'read', 'failed'] as const;

function record(value: unknown): Json {
  return Object(value) as Json;
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function readStatus(address: string, status: Json): WhatsAppStatus | null {
  const state = STATES.find((known) => known === status.status);
  const messageId = typeof status.id === 'string' ? status.id.slice(0, 200) : '';
  if (state === undefined || messageId === '') return null;
  const sendKey = status.biz_opaque_callback_data;
  const code = Number(list(status.errors)[0]?.code);
  return {
    address,
    messageId,
    sendKey: typeof sendKey === 'string' && sendKey !== '' ? sendKey.slice(0, 512) : null,
    state,
    errorCode: Number.isInteger(code) ? code : null,
  };
}

/** Reads a change of a WhatsApp account: any number of messages, echoes and reports, for one of its numbers. */
export function readWhatsAppChange(value: unknown): WhatsAppChange {
  const change: WhatsAppChange = { messages: [], statuses: [], unreadable: 0 };
  const { metadata, messages, message_echoes: echoes, statuses, contacts } = record(value);
  const numberId = String(record(metadata).phone_number_id ?? '');
  if (!/^\d{1,30}$/.test(numberId)) return { ...change, unreadable: list(messages).length + list(echoes).length };
  const address = addressOf('whatsapp', numberId);
  const payloads = [
    ...list(messages).map((message) => readWhatsAppMessage(numberId, message, list(contacts))),
    ...list(echoes).map((echo) => readWhatsAppEcho(numberId, echo)),
  ];
  for (const payload of payloads) {
    if (payload === 'unreadable') change.unreadable += 1;
    else if (payload !== null) change.messages.push({ address, key: `whatsapp ${payload.messageId}`, payload });
  }
  for (const status of list(statuses)) {
    const read = readStatus(address, status);
    if (read) change.statuses.push(read);
  }
  return change;
}
