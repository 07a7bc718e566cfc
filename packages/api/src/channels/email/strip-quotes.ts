import { findSignature } from './find-signature.ts';
import { isQuotedLine, nextFilled, quoteStartLength } from './quote-start.ts';

export interface StrippedMail {
  /** What the sender wrote this time, answers between quotations included. */
  text: string;
  quoted: string;
  signature: string;
}

/**
 * Splits the plain text of a mail into new text, quotation and signature, for mails in nb, sv, da, de and en from
 * Gmail, Outlook, Apple Mail and phones. Every line ends up in one of the three; time is linear in the text.
 */
export function stripQuotes(text: string): StrippedMail {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const quote = findQuotes(lines);
  const parts = { text: [] as string[], quoted: [] as string[], signature: [] as string[] };
  let sawText = false;
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while (end < lines.length && quote[end] === quote[at]) end++;
    const passage = lines.slice(at, end);
    if (quote[at]) {
      parts.quoted.push(...passage);
      parts.text.push('');
    } else {
      const signature = findSignature(passage, sawText);
      passage.forEach((line, index) => {
        (signature[index] ? parts.signature : parts.text).push(line);
      });
      sawText ||= passage.some((line, index) => !signature[index] && line.trim() !== '');
    }
    at = end;
  }
  return { text: tidy(parts.text), quoted: tidy(parts.quoted), signature: tidy(parts.signature) };
}

/** For each line whether it is quotation; reads every line a bounded number of times. */
export function findQuotes(lines: readonly string[]): boolean[] {
  const quote = new Array<boolean>(lines.length).fill(false);
  for (let at = 0; at < lines.length; ) {
    if (isQuotedLine(lines[at])) {
      quote[at] = !isArrow(lines, at);
      at++;
      continue;
    }
    const length = quoteStartLength(lines, at);
    if (length === 0) {
      at++;
      continue;
    }
    quote.fill(true, at, at + length);
    at += length;
    // Without a mark on its lines a quotation has no end that could be seen.
    if (!isQuotedLine(lines[nextFilled(lines, at)])) return quote.fill(true, at);
  }
  return quote;
}

/** A lone ">100 000 km er greit" is somebody's "more than", not a quotation. */
function isArrow(lines: readonly string[], at: number): boolean {
  return /^>\d/.test(lines[at] ?? '') && !isQuotedLine(lines[at - 1]) && !isQuotedLine(lines[at + 1]);
}

function tidy(lines: string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const trimmed = line.replace(/[\u200b\ufeff]/g, '').trim() === '' ? '' : line.trimEnd();
    if (trimmed !== '' || kept.at(-1) !== '') kept.push(trimmed);
  }
  return kept.join('\n').trim();
}
