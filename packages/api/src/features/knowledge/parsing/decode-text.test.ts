import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const words = 'Åpent på lørdag – kr 1 000 «nå»';

test.each([
  ['UTF-8', Buffer.from(words), null],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`), 'iso-8859-1'],
  ['UTF-8 that says it is something else', Buffer.from(words), 'iso-8859-1'],
  ['UTF-16', Buffer.from(`\ufeff${words}`, 'utf16le'), null],
])('%s is read', (_name, bytes, declared) => {
  expect(decodeText(bytes, declared)).toBe(words);
});

test('a file in Windows-1252 is read, also when it says UTF-8', () => {
  const bytes = Buffer.from([0xc5, 0x70, 0x65, 0x6e, 0x74, 0x20, 0x96, 0x20, 0x80]);
  expect(decodeText(bytes, null)).toBe('Åpent – €');
  expect(decodeText(bytes, 'utf-8')).toBe('Åpent – €');
});

test('the charset of a page may stand in its head', () => {
  const page = Buffer.from('<meta charset="iso-8859-1"><p>Åpent</p>', 'latin1');
  expect(decodeText(page, null)).toContain('Åpent');
});

test('what is no text is none', () => {
  expect(decodeText(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01', 'latin1'), null)).toBeNull();
  expect(decodeText(Buffer.alloc(500), null)).toBeNull();
});
