import type { InboundMail } from '../email/parse-inbound-mail.ts';
import { normaliseEmail } from '../email-address.ts';
import { matchAnchor } from './match-anchor.ts';
import { normalisePortalText } from './normalise-portal-text.ts';
import type { PortalField, PortalRule, PortalTemplate } from './portal-template.ts';

export type PortalValues = Partial<Record<PortalField, string>>;

/** What a template finds in a mail: what it is about, or which fields are no longer where they were. */
export type PortalReading = { fits: true; values: PortalValues } | { fits: false; missing: PortalField[] };

/** The parts of a mail that templates read. */
export interface PortalMail {
  subject: string;
  text: string;
  replyTo: string | null;
}

const LONGEST_VALUE = 4000;
const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/i;
const WEB = /https?:\/\/[^\s<>"]{3,2000}/i;

/** A mail as templates read it. */
export function portalMail(mail: InboundMail): PortalMail {
  return {
    subject: normalisePortalText(mail.subject),
    text: normalisePortalText(mail.fullText),
    replyTo: mail.replyTo?.email ?? null,
  };
}

/** Whether a mail comes from one of a portal's domains. */
export function comesFrom(template: Pick<PortalTemplate, 'senders'>, mail: InboundMail): boolean {
  const domain = mail.from?.email.split('@').at(-1) ?? '';
  return template.senders.some((sender) => domain === sender || domain.endsWith(`.${sender}`));
}

/** Whether its subject says that it is an enquiry. */
export function isEnquiryOf({ subjectWords }: Pick<PortalTemplate, 'subjectWords'>, subject: string): boolean {
  return subjectWords.length === 0 || subjectWords.some((words) => matchAnchor(subject, words, 'anywhere') !== null);
}

function linesUntil(lines: readonly string[], until: string | null): string[] | null {
  if (until === null) return [...lines];
  const end = lines.findIndex((line) => matchAnchor(line, until, 'start') !== null);
  return end < 0 ? null : lines.slice(0, end);
}

/** The lines below an anchor: to the words that end it, or to the end of the mail. */
function below(lines: readonly string[], rule: PortalRule): string | null {
  return linesUntil(lines, rule.until)?.join('\n').trim() ?? null;
}

function onLine(rest: string, lines: readonly string[], rule: PortalRule): string | null {
  // A table that was made text has its second column on the next line.
  const line = rest.trim() === '' ? (lines.find((next) => next !== '') ?? '') : rest;
  if (rule.until === null) return line.trim();
  const end = matchAnchor(line, rule.until, 'anywhere');
  return end === null ? null : line.slice(0, end.start).trim();
}

/** What a rule finds; `null` when the words around it are not there, an empty text when nothing stands between them. */
export function textOf(source: string, rule: PortalRule): string | null {
  const lines = source.split('\n');
  const where = rule.in === 'subject' ? 'anywhere' : 'start';
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    const match = matchAnchor(line, rule.before, where);
    if (match === null) continue;
    seen += 1;
    if (seen < rule.occurrence) continue;
    const after = lines.slice(index + 1);
    return rule.place === 'below' ? below(after, rule) : onLine(line.slice(match.end), after, rule);
  }
  return null;
}

function fieldText(rule: PortalRule, mail: PortalMail): string | null {
  if (rule.in === 'reply_to') return mail.replyTo;
  const found = textOf(rule.in === 'subject' ? mail.subject : mail.text, rule);
  if (found === null) return null;
  const value = found.slice(0, LONGEST_VALUE);
  if (rule.field === 'email') return normaliseEmail(EMAIL.exec(value)?.[0] ?? '') ?? '';
  if (rule.field === 'listing_url') return WEB.exec(value)?.[0] ?? '';
  return value;
}

function nameOf({ name, first_name, last_name }: PortalValues): string {
  return name || [first_name, last_name].filter((part) => part).join(' ');
}

/**
 * Reads a mail by a template. It fits when the words around every field are there, except around those that may be left
 * out, and when it says who wrote; an empty field is no misfit.
 */
export function readPortalMail(template: Pick<PortalTemplate, 'rules'>, mail: PortalMail): PortalReading {
  const values: PortalValues = {};
  const missing: PortalField[] = [];
  for (const rule of template.rules) {
    const value = fieldText(rule, mail);
    if (value) values[rule.field] ??= value;
    else if (value === null && !rule.optional) missing.push(rule.field);
  }
  const name = nameOf(values);
  if (name !== '') values.name = name;
  if (missing.length === 0 && !values.email && !values.phone && !values.name) missing.push('email');
  return missing.length === 0 ? { fits: true, values } : { fits: false, missing: [...new Set(missing)] };
}
