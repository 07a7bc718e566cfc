import { parseAddressList } from './parse-address-list.ts';
import type { InboundMail } from './parse-inbound-mail.ts';

/** What Gmail asks before it forwards somebody's mail to an address. */
export interface ForwardingConfirmation {
  /** Whose mail is to be forwarded. */
  requestedBy: string | null;
  code: string | null;
  /** Confirms the forwarding when it is opened; on a host of Google's own. */
  url: string | null;
}

const SENDER = 'forwarding-noreply@google.com';
/** Where Gmail's links to confirm go; the one to cancel has another path. */
const CONFIRM_LINK = /https:\/\/(?:mail|mail-settings|isolated\.mail)\.google\.com\/mail\/v?f-[^\s<>"'()]{10,2000}/;
const GOOGLE_HOSTS = new Set(['mail.google.com', 'mail-settings.google.com', 'isolated.mail.google.com']);
const LONGEST_READ = 20_000;

/** The link as a browser would read it: what only looks like Google's is nobody's. */
function confirmUrl(text: string): string | null {
  const found = CONFIRM_LINK.exec(text)?.[0];
  if (found === undefined || !URL.canParse(found)) return null;
  const url = new URL(found);
  return GOOGLE_HOSTS.has(url.hostname) && url.username === '' && url.port === '' ? url.href : null;
}

function codeIn(subject: string, text: string): string | null {
  return /\(#(\d{6,12})\)/.exec(subject)?.[1] ?? /:[^\S\n]*(\d{8,10})[^\S\n]*(?:\n|$)/.exec(text)?.[1] ?? null;
}

function requesterIn(mail: InboundMail, text: string): string | null {
  const words = `${mail.subject}\n${text}`.match(/[^\s<>(),;:"']{1,64}@[^\s<>(),;:"']{3,190}/g) ?? [];
  const addresses = words.map((word) => parseAddressList(word.replace(/\.$/, ''))[0]?.email ?? null);
  const others = addresses.filter((email) => email !== null && email !== mail.recipient && email !== SENDER);
  return others[0] ?? null;
}

/**
 * Recognises the mail by which Gmail asks whether it may forward, in any language; `null` for every other mail, also one
 * that only claims to come from Google.
 */
export function readForwardingConfirmation(mail: InboundMail): ForwardingConfirmation | null {
  if (mail.from?.email !== SENDER) return null;
  if (mail.headers.get('x-mailgun-dkim-check-result')?.at(-1)?.trim().toLowerCase() === 'fail') return null;
  const text = mail.fullText.slice(0, LONGEST_READ);
  const [url, code] = [confirmUrl(text), codeIn(mail.subject, text)];
  if (url === null && code === null) return null;
  return { requestedBy: requesterIn(mail, text), code, url };
}
