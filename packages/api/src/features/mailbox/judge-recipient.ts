import type { InboundMail } from '../../channels/email/parse-inbound-mail.ts';
import type { Env } from '../../env.ts';
import { findThread } from '../../intake/find-thread.ts';
import type { DealershipRecord } from '../dealership/model.ts';

/** The part of an address before its plus and its at sign, and the domain, both in lower case. */
export function splitAddress(address: string): { name: string; domain: string } {
  const at = address.lastIndexOf('@');
  const [name = ''] = address.slice(0, at).split('+', 1);
  return { name: name.toLowerCase(), domain: address.slice(at + 1).toLowerCase() };
}

function isCurrent(dealership: DealershipRecord, name: string, now: Date): boolean {
  if (name === dealership.mailbox) return true;
  return (dealership.former_mailboxes ?? []).some((former) => former.name === name && former.until > now);
}

/**
 * Whether a mail is taken in for a dealership of the context. An address that was rotated away is good until its time is
 * over; what answers a conversation is always taken in, whatever address it went to and also while the mailbox is off. An
 * address outside our own domain is the dealership's, routed here by itself.
 */
export async function judgeRecipient(
  env: Env,
  dealership: DealershipRecord,
  mail: InboundMail,
  now: Date,
): Promise<'accepted' | 'disabled' | 'unknown'> {
  const enabled = dealership.mailbox_enabled !== false;
  const address = mail.recipient === null ? null : splitAddress(mail.recipient);
  const known =
    address === null || address.domain !== env.mailDomain.toLowerCase() || isCurrent(dealership, address.name, now);
  if (enabled && known) return 'accepted';
  if ((await findThread(env, mail)) !== null) return 'accepted';
  return known ? 'disabled' : 'unknown';
}
