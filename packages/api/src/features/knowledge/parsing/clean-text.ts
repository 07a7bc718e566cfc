import { stripUnseen } from '../../../answering/text/sanitize-text.ts';

/** Text as it is kept: nothing in it that a reader would not see, one kind of line end, no runs of blank lines. */
export function cleanText(text: string): string {
  return stripUnseen(text.normalize('NFC').replace(/<(https?:\/\/[^\s<>]{1,2000})>/g, '$1'))
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0 ]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
