import { matchAnchor } from './match-anchor.ts';
import type { PortalField, PortalRule } from './portal-template.ts';
import { type PortalMail, textOf } from './read-portal-mail.ts';

/** A piece of a real mail that somebody marked as a field; positions in the normalised text, `end` behind it. */
export interface Mark {
  field: PortalField;
  in: 'text' | 'subject' | 'reply_to';
  start: number;
  end: number;
}

/** Why no rule can be made of a mark. */
export class UnusableMark extends Error {
  override readonly name = 'UnusableMark';
}

const LONGEST_ANCHOR = 80;
/** What portals leave out when a customer leaves it empty. */
const OFTEN_EMPTY: readonly PortalField[] = ['phone', 'listing_url'];

function trimmed(source: string, { start, end }: Mark): { start: number; end: number } {
  const piece = source.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  const right = piece.length - piece.trimEnd().length;
  if (piece.trim() === '') throw new UnusableMark('Nothing is marked.');
  return { start: start + left, end: end - right };
}

/** What is this customer's and not the layout's becomes a `*`: other marked pieces, and long numbers. */
function generalise(anchor: string, values: readonly string[]): string {
  let general = anchor;
  for (const value of values) if (value.length > 1) general = general.replaceAll(value, '*');
  return general.replace(/\d{5,}/g, '*').replace(/\*(?:\s*\*)+/g, '*');
}

/** The beginning of the line that ends a field: its label where it has one. */
function endingOf(line: string): string {
  const colon = line.indexOf(':');
  return colon > 1 && colon < LONGEST_ANCHOR ? line.slice(0, colon + 1) : line.slice(0, LONGEST_ANCHOR);
}

function checkAnchor(anchor: string, what: string): void {
  if (anchor.replaceAll('*', '').trim().length < 2)
    throw new UnusableMark(`There are no words ${what} it that would be there in every mail.`);
}

/** Which of the lines that begin with the anchor the marked piece belongs to, from 1. */
function occurrenceOf(source: string, anchor: string, lineStart: number, where: 'start' | 'anywhere'): number {
  const lines = source.slice(0, lineStart).split('\n').slice(0, -1);
  return 1 + lines.filter((line) => matchAnchor(line, anchor, where) !== null).length;
}

function untilOf(source: string, end: number, severalLines: boolean, others: readonly string[]): string | null {
  const lineEnd = source.indexOf('\n', end) < 0 ? source.length : source.indexOf('\n', end);
  const rest = source.slice(end, lineEnd).trim();
  if (rest !== '') return generalise(rest.slice(0, LONGEST_ANCHOR), others);
  if (!severalLines) return null;
  const next = source
    .slice(lineEnd)
    .split('\n')
    .find((line) => line !== '');
  return next === undefined ? null : generalise(endingOf(next), others);
}

/**
 * Makes a rule of a marked piece: the words before it on its line, or the line above it, find it again in the next mail;
 * the words behind it, or the line below, end it. `values` are all pieces that were marked in the mail.
 * @throws UnusableMark where nothing around it can be told from what changes, or does not lead back to it
 */
export function deriveRule(mark: Mark, mail: PortalMail, values: readonly string[]): PortalRule {
  const optional = OFTEN_EMPTY.includes(mark.field);
  const nothing = { before: '', until: null, place: 'same_line' as const, occurrence: 1, optional: false };
  if (mark.in === 'reply_to') return { field: mark.field, in: 'reply_to', ...nothing };
  const source = mark.in === 'subject' ? mail.subject : mail.text;
  const { start, end } = trimmed(source, mark);
  const own = source.slice(start, end);
  const others = values.filter((value) => value !== own).toSorted((a, b) => b.length - a.length);
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const leading = source.slice(lineStart, start).trim();
  const below = leading === '';
  const above = source
    .slice(0, Math.max(0, lineStart - 1))
    .split('\n')
    .findLast((line) => line !== '');
  const before = generalise(below ? (above ?? '') : leading, others);
  checkAnchor(before, 'before');
  const severalLines = below && (mark.field === 'message' || own.includes('\n'));
  if (!below && own.includes('\n')) throw new UnusableMark('Mark either one line or whole lines.');
  // A single value below its label ends with its line.
  const place = severalLines ? ('below' as const) : ('same_line' as const);
  const until = untilOf(source, end, severalLines, others);
  if (until !== null) checkAnchor(until, 'behind');
  const anchorLine = below && above !== undefined ? source.lastIndexOf(above, lineStart - 1) : lineStart;
  const where = mark.in === 'subject' ? 'anywhere' : 'start';
  const occurrence = occurrenceOf(source, before, anchorLine, where);
  const rule: PortalRule = { field: mark.field, in: mark.in, before, until, place, occurrence, optional };
  // Words that a wildcard swallows, or a star of the portal's own that is taken for one.
  if (!textOf(source, rule)?.includes(own.split('\n')[0] ?? own))
    throw new UnusableMark('The words around it do not lead back to it.');
  return rule;
}
