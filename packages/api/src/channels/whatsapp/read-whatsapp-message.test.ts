import { expect, it } from 'vitest';
import { readWhatsAppMessage } from './read-whatsapp-message.ts';

const KINDS = [
  'text',
  'image',
  'document',
  'button',
  'interactive',
  'location',
  'contacts',
  'order',
  'reaction',
  'system',
  'x',
];
const VALUES: unknown[] = [
  undefined,
  null,
  7,
  'x',
  [],
  {},
  [null],
  { body: { a: 1 } },
  { id: '../me', emoji: 5 },
  true,
];

it.each(KINDS)('a %s of any shape is read, or said to be nothing, and never thrown at', (type) => {
  for (const value of VALUES) {
    for (const from of ['4790123456', null, {}, '+47', '9'.repeat(200)]) {
      const read = readWhatsAppMessage(
        '1',
        { id: 'wamid.1', type, from, timestamp: value, [type]: value, referral: value },
        [{ profile: value }],
      );
      if (read === null || read === 'unreadable') continue;
      expect(read.customer).toSatisfy((customer: unknown) => customer === null || customer === '4790123456');
      expect(read.media?.id ?? '1').toMatch(/^\d+$/);
      expect(read.text.length).toBeLessThanOrEqual(10_100);
    }
  }
});

it('one without an id is unreadable, and a reaction that is taken back says nothing', () => {
  expect(readWhatsAppMessage('1', { type: 'text', from: '4790123456' }, [])).toBe('unreadable');
  expect(readWhatsAppMessage('1', { id: 'w', type: 'reaction', reaction: { message_id: 'm' } }, [])).toBeNull();
});

it('no more of a text is kept than a person would read', () => {
  const read = readWhatsAppMessage('1', { id: 'w', type: 'text', text: { body: 'å\u0000'.repeat(50_000) } }, []);
  expect(read).toMatchObject({ text: expect.not.stringContaining('\u0000') });
});
