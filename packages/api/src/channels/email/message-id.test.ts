import { describe, expect, it } from 'vitest';
import { answerTo, messageIdFor, messageIdsIn, normaliseMessageId } from './message-id.ts';

describe('messageIdFor', () => {
  it('is the same for the same key and another for another', () => {
    const id = messageIdFor('lead_1:first_reply', 'Mail.FjordBil.no');
    expect(id).toMatch(/^<[0-9a-f]{40}@mail\.fjordbil\.no>$/);
    expect(messageIdFor('lead_1:first_reply', 'mail.fjordbil.no')).toBe(id);
    expect(messageIdFor('lead_2:first_reply', 'mail.fjordbil.no')).not.toBe(id);
  });

  it('survives its own normalisation', () => {
    const id = messageIdFor('key', 'fjordbil.no');
    expect(normaliseMessageId(id.slice(1, -1))).toBe(id);
  });
});

describe('normaliseMessageId', () => {
  it.each([
    [' <A.b@c.no> ', '<A.b@c.no>'],
    ['a@b.no', '<a@b.no>'],
    ['<a@\r\n b.no>', '<a@b.no>'],
    ['message of Thu <a@b.no> (client)', '<a@b.no>'],
    ['<no-at-sign>', '<no-at-sign>'],
    ['', null],
    [null, null],
    ['just words', null],
    [`<${'x'.repeat(500)}@b.no>`, null],
    ['<a\u0000@b.no>', null],
  ])('%j → %j', (text, expected) => expect(normaliseMessageId(text)).toBe(expected));
});

describe('messageIdsIn', () => {
  it('reads every id once, in order', () => {
    expect(messageIdsIn('<a@x.no>\r\n\t<b@x.no><a@x.no>, <c@x.no>')).toEqual(['<a@x.no>', '<b@x.no>', '<c@x.no>']);
    expect(messageIdsIn('a@x.no b@x.no')).toEqual(['<a@x.no>', '<b@x.no>']);
  });
});

describe('answerTo', () => {
  it('puts the parent last', () => {
    expect(answerTo({ messageId: '<c@x.no>', references: ['<a@x.no>', '<b@x.no>'] })).toEqual({
      inReplyTo: '<c@x.no>',
      references: ['<a@x.no>', '<b@x.no>', '<c@x.no>'],
    });
  });

  it('begins a thread without one', () => {
    expect(answerTo(null)).toEqual({ inReplyTo: null, references: [] });
    expect(answerTo({ messageId: null, references: ['<a@x.no>'] })).toEqual({ inReplyTo: null, references: [] });
  });

  it('fits one header line and keeps the first and the newest ids', () => {
    const references = Array.from({ length: 100 }, (_, index) => `<message-number-${index}@x.no>`);
    const chain = answerTo({ messageId: '<newest@x.no>', references }).references;
    expect(chain.join(' ').length).toBeLessThanOrEqual(900);
    expect(chain.at(0)).toBe('<message-number-0@x.no>');
    expect(chain.slice(-2)).toEqual(['<message-number-99@x.no>', '<newest@x.no>']);
  });
});
