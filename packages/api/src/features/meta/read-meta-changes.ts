import type { FacebookLeadPayload } from '../../intake/facebook-lead-payload.ts';
import type { WhatsAppEchoPayload, WhatsAppPayload } from '../../intake/whatsapp-payload.ts';
import { addressOf } from '../connections/address-model.ts';
import { readWhatsAppChange, type WhatsAppStatus } from './read-whatsapp-changes.ts';

/** One thing of a post of Meta that is to be kept. */
export interface MetaChange {
  /** The page or number it belongs to. */
  address: string;
  /** Meta's own id of it, under which it is kept once. */
  key: string;
  payload: FacebookLeadPayload | WhatsAppPayload | WhatsAppEchoPayload;
}

/** What customers write, and what is written on the phone that shares the number. */
const WHATSAPP_FIELDS: unknown[] = ['messages', 'smb_message_echoes'];

/** What the "Test" button of the app's dashboard posts: a lead that nobody can fetch. */
const DASHBOARD_TEST = '444444444444';

function record(value: unknown): Record<string, unknown> {
  return Object(value) as Record<string, unknown>;
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function id(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,30}$/.test(text) && text !== '0' ? text : null;
}

function readLead(pageId: string | null, value: Record<string, unknown>): MetaChange | null {
  const leadgenId = id(value.leadgen_id);
  if (leadgenId === null || pageId === null) return null;
  return {
    address: addressOf('facebook', pageId),
    key: leadKey(leadgenId),
    payload: { kind: 'facebook_lead', pageId, leadgenId, formId: id(value.form_id), adId: id(value.ad_id), lead: null },
  };
}

/** Under which a lead of Facebook is kept, whichever way it was heard of. */
export function leadKey(leadgenId: string): string {
  return `leadgen ${leadgenId}`;
}

/** What a post of Meta holds: what is to be kept, and how many items are neither that nor of a kind to be passed over. */
export interface MetaPost {
  changes: MetaChange[];
  /** What is reported of messages that were sent. */
  statuses: WhatsAppStatus[];
  unreadable: number;
}

/** Reads a post of Meta, item by item: one that cannot be read does not take the others with it. */
export function readMetaChanges(body: unknown): MetaPost {
  const post: MetaPost = { changes: [], statuses: [], unreadable: 0 };
  const { object, entry: entries } = record(body);
  for (const entry of list(entries)) {
    for (const { field, value } of list(entry.changes)) {
      if (object === 'whatsapp_business_account' && WHATSAPP_FIELDS.includes(field)) {
        const { messages, statuses, unreadable } = readWhatsAppChange(value);
        post.changes.push(...messages);
        post.statuses.push(...statuses);
        post.unreadable += unreadable;
      }
      if (object !== 'page') continue;
      if (field !== 'leadgen') continue;
      const details = record(value);
      if (id(details.leadgen_id) === DASHBOARD_TEST) continue;
      const change = readLead(id(details.page_id) ?? id(entry.id), details);
      if (change) post.changes.push(change);
      else post.unreadable += 1;
    }
  }
  return post;
}
