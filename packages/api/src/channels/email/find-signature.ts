import { mailPhrases } from './mail-phrases.ts';
import { plainLine } from './quote-start.ts';

/**
 * Which lines of a passage without quotations are signature: what follows `-- `, a sign-off with the name under it,
 * "Sendt fra min iPhone". A postscript or a question after the sign-off is still the message.
 */
export function findSignature(lines: readonly string[], textBefore: boolean): boolean[] {
  const marks = lines.map(() => false);
  const filledAfter = countFilledAfter(lines);
  let sawText = textBefore;
  let at = 0;
  while (at < lines.length) {
    const line = plainLine(lines[at]);
    if (isDelimiter(lines[at] ?? '', filledAfter[at] ?? 0)) return marks.fill(true, at);
    if (isSentFrom(line)) marks[at] = true;
    else if (isSignOff(line) && (sawText || (filledAfter[at] ?? 0) <= 6)) {
      const end = signatureEnd(lines, at + 1);
      marks.fill(true, at, end);
      at = end;
      continue;
    } else if (line !== '') sawText = true;
    at++;
  }
  return marks;
}

/** Whether a text already closes with "Mvh …" or the like, so that nothing adds a second one. */
export function endsWithSignOff(text: string): boolean {
  const tail = text.trimEnd().split('\n').slice(-4);
  return tail.some((line) => isSignOff(plainLine(line)));
}

function countFilledAfter(lines: readonly string[]): number[] {
  const counts = lines.map(() => 0);
  for (let at = lines.length - 2; at >= 0; at--) {
    counts[at] = (counts[at + 1] ?? 0) + (plainLine(lines[at + 1]) === '' ? 0 : 1);
  }
  return counts;
}

/** `-- ` is the standard; without its blank, which many servers trim, a long passage after it is rather a dividing line. */
function isDelimiter(line: string, filledAfter: number): boolean {
  if (line === '-- ' || line === '--\u00a0') return true;
  return line.trimEnd() === '--' && filledAfter <= 20;
}

function isSentFrom(line: string): boolean {
  if (line.length > 160) return false;
  const lower = line.toLowerCase();
  return (
    mailPhrases.sentFrom.some((phrase) => lower.startsWith(phrase)) &&
    mailPhrases.devices.some((device) => lower.includes(device)) &&
    lower.split(' ').length <= 9
  );
}

function isSignOff(line: string): boolean {
  const lower = line.toLowerCase();
  return mailPhrases.signOffs.some((phrase) => {
    if (!lower.startsWith(phrase)) return false;
    const rest = line.slice(phrase.length);
    if (rest !== '' && !/^[\s,.!:/–-]/.test(rest)) return false;
    if (phrase === 'best') return /^,?$/.test(rest);
    if (rest.length > 60 || rest.includes('?')) return false;
    const words = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
    return words <= (phrase.length <= 2 ? 2 : 4);
  });
}

/** End of the signature that began above `from`: the end of the passage, a postscript, or a question in whole words. */
function signatureEnd(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = plainLine(lines[at]);
    if (/^p\.? ?s\.?[\s:.,–-]/i.test(line)) return at;
    if (line.endsWith('?') && line.split(' ').length >= 3 && !line.includes('://')) return at;
  }
  return lines.length;
}
