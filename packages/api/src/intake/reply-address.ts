import { createHmac } from 'node:crypto';
import type { Env } from '../env.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';

function mac(secret: string, leadUlid: string): string {
  return createHmac('sha256', secret).update(`reply-address ${leadUlid}`).digest('hex').slice(0, 10);
}

/** The dealership's own mail address. */
export function mailboxAddress(env: Env, dealership: DealershipRecord): string {
  return `${dealership.mailbox}@${env.mailDomain}`;
}

/** The address that brings an answer back to its lead: `mailbox+<lead>-<mac>@domain`. */
export function replyAddress(env: Env, dealership: DealershipRecord, leadId: string): string {
  const ulid = leadId.slice(leadId.indexOf('_') + 1).toLowerCase();
  return `${dealership.mailbox}+${ulid}-${mac(env.encryptionKey, ulid)}@${env.mailDomain}`;
}

/** Reads the lead out of the plus part of an address; `null` when it was not made here. */
export function leadOfReplyToken(env: Env, token: string | null): string | null {
  const [, ulid, given] = /^([0-9a-z]{26})-([0-9a-f]{10})$/.exec(token?.toLowerCase() ?? '') ?? [];
  if (!ulid || !env.encryptionKeys.some((secret) => mac(secret, ulid) === given)) return null;
  return `lead_${ulid.toUpperCase()}`;
}
