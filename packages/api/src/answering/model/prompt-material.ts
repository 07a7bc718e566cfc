import { randomBytes } from 'node:crypto';
import { redactIdentifiers } from '../text/redact-identifiers.ts';
import { sanitizeText } from '../text/sanitize-text.ts';

/** Random numbers from 0 up to 1 that cannot be predicted. */
export function secureRandom(): number {
  return randomBytes(4).readUInt32BE() / 0x1_0000_0000;
}

/** A random tag or canary; unguessable, so that a customer's text cannot close its own block. */
export function randomMark(random: () => number): string {
  const part = () =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(36)
      .padStart(7, '0');
  return `${part()}${part()}`;
}

/** A customer's words as data: cleaned, identifiers removed, JSON-escaped inside a block with a random boundary. */
export function customerBlock(text: string, boundary: string): string {
  return `<customer-${boundary}>\n${JSON.stringify(redactIdentifiers(sanitizeText(text)))}\n</customer-${boundary}>`;
}
