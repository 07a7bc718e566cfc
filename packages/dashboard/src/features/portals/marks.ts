import type { ArrivalMail, PortalField, PortalMark } from '@norvalt/sdk';

/** The fields in the order in which they are offered. */
export const portalFields: PortalField[] = [
  'name',
  'first_name',
  'last_name',
  'email',
  'phone',
  'vehicle',
  'message',
  'reference',
  'listing_url',
];

/** The marks with one more; a field is marked once. */
export function withMark(marks: readonly PortalMark[], mark: PortalMark): PortalMark[] {
  return [...marks.filter(({ field }) => field !== mark.field), mark].sort(
    (a, b) => portalFields.indexOf(a.field) - portalFields.indexOf(b.field),
  );
}

/** What is selected in a text, without blanks around it; null when that is nothing. */
export function selectionOf(box: HTMLTextAreaElement | null): { start: number; end: number } | null {
  if (!box) return null;
  const { selectionStart, selectionEnd, value } = box;
  const piece = value.slice(selectionStart, selectionEnd);
  if (piece.trim() === '') return null;
  const start = selectionStart + piece.length - piece.trimStart().length;
  return { start, end: selectionEnd - (piece.length - piece.trimEnd().length) };
}

/** The words that a mark stands on. */
export function markedWords(mark: PortalMark, mail: ArrivalMail): string {
  if (mark.in === 'reply_to') return mail.reply_to ?? '';
  return (mark.in === 'subject' ? mail.subject : mail.text).slice(mark.start, mark.end);
}

/** The domain of a mail's sender. */
export function senderDomain(mail: ArrivalMail): string {
  return mail.from?.split('@').at(-1) ?? '';
}
