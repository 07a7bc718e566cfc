import { domainToASCII } from 'node:url';

export interface MailAddress {
  name: string | null;
  email: string;
}

const longestAddress = 254;

/**
 * One spelling per mailbox, for matching: trimmed, lower case, domain in its ASCII form; null when it is not an address.
 * Sub-addresses (`a+b@`) stay what they are.
 */
export function normaliseEmail(text: string): string | null {
  const bare = text
    .slice(0, 1000)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '')
    .normalize('NFC');
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const local = bare.slice(0, at).toLowerCase();
  const domain = domainToASCII(bare.slice(at + 1).replace(/\.$/, '')).toLowerCase();
  if (!isLocalPart(local) || !isDomain(domain)) return null;
  const email = `${local}@${domain}`;
  return email.length <= longestAddress ? email : null;
}

function isLocalPart(local: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
  return local.length <= 64 && !/[\s"(),:;<>@[\\\]\u0000-\u001f\u007f-\u009f]/.test(local);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
}

/**
 * `Name <address>` for a From, To or Reply-To header: line breaks and control characters can not get through, encoded
 * words are disarmed, and a name that needs it is quoted (RFC 5322 section 3.4). Letters beyond ASCII stay as they are.
 */
export function formatAddress({ name, email }: MailAddress): string {
  const clean = headerText(name ?? '')
    .replaceAll('=?', '= ?')
    .slice(0, 120)
    .trim();
  if (clean === '' || clean.toLowerCase() === email.toLowerCase()) return email;
  const needsQuotes = /[^\p{L}\p{N}\p{M} !#$%&'*+/=?^_`{|}~-]/u.test(clean);
  return `${needsQuotes ? `"${clean.replace(/["\\]/g, '\\$&')}"` : clean} <${email}>`;
}

/** Text that is safe in one header line: every control character, line or paragraph separator becomes a space. */
export function headerText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
