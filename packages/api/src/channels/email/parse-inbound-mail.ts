import { type MailAddress, normaliseEmail } from '../email-address.ts';
import { appendValue } from './append-value.ts';
import { type AutomatedReason, automatedReason } from './automated-mail.ts';
import { decodeEncodedWords } from './decode-encoded-words.ts';
import { htmlBodyToText } from './html-body-to-text.ts';
import { messageIdsIn, normaliseMessageId } from './message-id.ts';
import { parseAddressList } from './parse-address-list.ts';
import { stripQuotes } from './strip-quotes.ts';

/** A mail as the rest of the product sees it: addresses in their matching form, texts without NUL characters. */
export interface InboundMail {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: MailAddress | null;
  replyTo: MailAddress | null;
  /** Envelope sender; null for a bounce. */
  sender: string | null;
  /** The address of ours it was delivered to. */
  recipient: string | null;
  /** `TOKEN` of `mailbox+TOKEN@…`, in the letters it came in. */
  plusToken: string | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** What the sender wrote this time, without quotation and signature; empty when there is nothing new. */
  text: string;
  fullText: string;
  signatureText: string;
  /** By lower-case name, every value in order. */
  headers: Map<string, string[]>;
  automated: boolean;
  automatedReason: AutomatedReason | null;
  receivedAt: Date | null;
  spamScore: number | null;
}

type Fields = ReadonlyMap<string, readonly string[]>;

const longestText = 200_000;

/** Reads the fields of a Mailgun route post; what is missing or malformed becomes null or empty, it never throws. */
export function parseInboundMail(fields: Fields): InboundMail {
  const headers = readHeaders(fields);
  const header = (name: string) => headers.get(name)?.at(-1);
  const addresses = (name: string) => (headers.get(name) ?? []).flatMap(parseAddressList);
  const sender = last(fields, 'sender');
  const from = parseAddressList(last(fields, 'from') ?? header('from') ?? '')[0] ?? addresses('sender')[0] ?? null;
  const reason = automatedReason({ headers, sender, fromEmail: from?.email ?? null });
  return {
    messageId: normaliseMessageId(header('message-id')),
    inReplyTo: normaliseMessageId(header('in-reply-to')),
    references: messageIdsIn(header('references')),
    from,
    replyTo: addresses('reply-to')[0] ?? null,
    sender: normaliseEmail(sender ?? ''),
    ...readRecipient(last(fields, 'recipient') ?? ''),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: decodeEncodedWords(clean(last(fields, 'subject') ?? header('subject') ?? '')).slice(0, 500),
    ...readTexts(fields),
    headers,
    automated: reason !== null,
    automatedReason: reason,
    receivedAt: readTime(last(fields, 'timestamp')),
    spamScore: readNumber(header('x-mailgun-sscore')),
  };
}

function readRecipient(field: string): Pick<InboundMail, 'recipient' | 'plusToken'> {
  const bare = field.split(',', 1)[0]?.trim() ?? '';
  const token = /^<?[^@+]{1,64}\+([^@]{1,200})@/.exec(bare)?.[1] ?? null;
  return { recipient: normaliseEmail(bare), plusToken: token };
}

function readTexts(fields: Fields): Pick<InboundMail, 'text' | 'fullText' | 'signatureText'> {
  const html = fields.get('body-html')?.join('<br>') ?? '';
  const plain = clean(last(fields, 'body-plain') ?? '');
  const fullText = (plain.trim() === '' && html !== '' ? clean(htmlBodyToText(html)) : plain).trim();
  if (fullText !== '') {
    const { text, signature } = stripQuotes(fullText);
    return { text, fullText, signatureText: signature };
  }
  const text = clean(last(fields, 'stripped-text') ?? '').trim();
  return { text, fullText: text, signatureText: clean(last(fields, 'stripped-signature') ?? '').trim() };
}

/** From `message-headers`; the headers that are posted as fields of their own fill what is missing there. */
function readHeaders(fields: Fields): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const entry of readPairs(last(fields, 'message-headers'))) {
    const [name, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof name === 'string' && typeof value === 'string') appendValue(headers, name.toLowerCase(), clean(value));
  }
  for (const [name, values] of fields) {
    const isHeader = /^[A-Z][A-Za-z0-9-]{0,76}$/.test(name);
    if (isHeader && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), values.map(clean));
  }
  return headers;
}

function readPairs(json: string | undefined): unknown[] {
  try {
    const parsed: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function readTime(timestamp: string | undefined): Date | null {
  return timestamp && /^\d{1,11}$/.test(timestamp) ? new Date(Number(timestamp) * 1000) : null;
}

function readNumber(text: string | undefined): number | null {
  const number = Number.parseFloat(text ?? '');
  return Number.isFinite(number) ? number : null;
}

function last(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.at(-1);
}

function clean(text: string): string {
  return text
    .slice(0, longestText)
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
