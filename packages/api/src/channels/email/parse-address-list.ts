import { headerText, type MailAddress, normaliseEmail } from '../email-address.ts';
import { decodeEncodedWords } from './decode-encoded-words.ts';

const longestList = 20_000;
const mostAddresses = 200;

/**
 * The addresses of a From, To or Cc header (RFC 5322, and what programs make of it): quoted names, comments, groups,
 * encoded words; what is no address is left out.
 */
export function parseAddressList(header: string): MailAddress[] {
  return splitList(header.slice(0, longestList))
    .map(parseAddress)
    .filter((address) => address !== null)
    .slice(0, mostAddresses);
}

function splitList(header: string): string[] {
  const entries: string[] = [];
  let entry = '';
  let inQuotes = false;
  let commentDepth = 0;
  let inAngle = false;
  for (let at = 0; at < header.length; at++) {
    const char = header.charAt(at);
    if (char === '\\' && (inQuotes || commentDepth > 0)) {
      entry += char + header.charAt(++at);
      continue;
    }
    if (char === '"' && commentDepth === 0) inQuotes = !inQuotes;
    else if (!inQuotes && char === '(') commentDepth++;
    else if (!inQuotes && char === ')' && commentDepth > 0) commentDepth--;
    else if (!inQuotes && commentDepth === 0) {
      if (char === '<') inAngle = true;
      else if (char === '>') inAngle = false;
      else if (!inAngle && (char === ',' || char === ';')) {
        entries.push(entry);
        entry = '';
        continue;
      } else if (!inAngle && char === ':' && !entry.includes('@')) {
        entry = '';
        continue;
      }
    }
    entry += char;
  }
  return [...entries, entry];
}

function parseAddress(entry: string): MailAddress | null {
  const open = entry.lastIndexOf('<');
  if (open >= 0) {
    const close = entry.indexOf('>', open);
    const email = normaliseEmail(entry.slice(open + 1, close < 0 ? undefined : close));
    return email ? { name: cleanName(entry.slice(0, open), email), email } : null;
  }
  const comment = entry.indexOf('(');
  const email = normaliseEmail(comment < 0 ? entry : entry.slice(0, comment));
  if (!email) return null;
  return { name: comment < 0 ? null : cleanName(entry.slice(comment + 1).replace(/\)\s*$/, ''), email), email };
}

function cleanName(raw: string, email: string): string | null {
  const trimmed = raw.trim();
  const quoted = /^"(.*)"$/s.exec(trimmed)?.[1];
  const name = headerText(decodeEncodedWords((quoted ?? trimmed).replace(/\\(.)/g, '$1')))
    .replace(/^'(.*)'$/, '$1')
    .slice(0, 200);
  return name === '' || name.toLowerCase() === email ? null : name;
}
