import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAdf } from './decode-adf.ts';
import { findAdf } from './find-adf.ts';
import { XmlTooComplex } from './parse-xml.ts';
import { readAdf } from './read-adf.ts';
import { writeAdf } from './write-adf.ts';

const body =
  '<adf><prospect><customer><contact><name>Åse Ødegård</name><phone>90123456</phone></contact></customer></prospect></adf>';
const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>${body}`;
const nameIn = (bytes: Buffer, said: string | null = null) => readAdf(decodeAdf(bytes, said))?.[0]?.name;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();

describe('the charset of an ADF document', () => {
  it.each<[string, Buffer, (string | null)?]>([
    ['UTF-8', Buffer.from(declared('utf-8'))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${declared('utf-8')}`)],
    ['ISO 8859-1, declared', Buffer.from(declared('ISO-8859-1'), 'latin1')],
    ['ISO 8859-1, said by the sender', Buffer.from(body, 'latin1'), 'iso-8859-1'],
    ['UTF-8 that says it is UTF-16', Buffer.from(declared('utf-16'))],
    ['UTF-16 with a mark', utf16(`\ufeff${declared('utf-16')}`)],
    ['UTF-16, big end first', bigEndian(`\ufeff${declared('utf-16')}`)],
    ['UTF-16 without a mark, said by the sender', utf16(body), 'utf-16le'],
    ['a charset nobody knows', Buffer.from(declared('x-nonsense'))],
  ])('%s is read', (_, bytes, said = null) => expect(nameIn(bytes, said)).toBe('Åse Ødegård'));
});

/** What is not refused as too complex is read or is no ADF; nothing else may happen. */
function survive(text: string): void {
  try {
    readAdf(text);
    findAdf({ plain: text, html: text, files: [text] });
  } catch (error) {
    if (!(error instanceof XmlTooComplex)) throw error;
  }
}

describe('anything at all', () => {
  it('as bytes in any charset never throws', () => {
    const charset = fc.constantFrom(null, 'utf-8', 'utf-16', 'utf-16be', 'iso-2022-jp', 'x', '');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), charset, (bytes, said) =>
        survive(decodeAdf(Buffer.from(bytes), said)),
      ),
      { numRuns: 200 },
    );
  });

  it('made of pieces of XML never throws', () => {
    const piece = fc.constantFrom(
      '<adf>',
      '<prospect status="',
      '"',
      '</',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&#x;',
      '&#99999999;',
      '<name part=',
      '<?',
      '<!DOCTYPE a [<!ENTITY a "',
      '&a;',
      '<contact',
      '\u0000',
      'Kari',
      '>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => survive(`<adf><prospect>${pieces.join('')}`)),
      { numRuns: 300 },
    );
  });

  it('is written so that it is read back as it was', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(words, words, fc.boolean(), (name, comments, ascii) => {
        const nothing = { email: null, phone: null, url: null };
        const xml = writeAdf(
          {
            id: 'lead_1',
            requestedAt: new Date(0),
            vehicles: [],
            customer: { name: `a${name}z`, emails: [], phones: [], comments: `a${comments}z` },
            vendor: { id: 'dlr_1', name: 'Fjord Bil', ...nothing },
            source: 'email',
          },
          { ascii },
        );
        const [lead] = readAdf(xml) ?? [];
        const plain = (text: string) => text.replace(/\s+/g, ' ');
        const xmlText = (text: string) =>
          plain(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
        expect(plain(lead?.name ?? '')).toBe(xmlText(`a${name}z`));
        expect(plain(lead?.comments ?? '')).toBe(xmlText(`a${comments}z`));
      }),
      { numRuns: 200 },
    );
  });
});
