import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveRule, type Mark, UnusableMark } from './derive-rule.ts';
import { normalisePortalText } from './normalise-portal-text.ts';
import { readPortalMail } from './read-portal-mail.ts';
import { builtInTemplates } from './templates/built-in.ts';

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('Navn: Kari', 'Navn:', 'Melding:', 'Hei!', '', 'Telefon: 90123456', '*', 'Navn: * Kari', 'İİ: x'),
);
const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => normalisePortalText(lines.join('\n')));

it('templates read any text without trouble', () => {
  fc.assert(
    fc.property(text, fc.string(), (words, subject) => {
      for (const template of builtInTemplates) {
        const reading = readPortalMail(template, { subject, text: words, replyTo: null });
        expect(reading.fits || reading.missing.length > 0).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

it('a rule made of a mark finds the marked piece in its own mail, or says that it cannot be made', () => {
  const field = fc.constantFrom<Mark['field'][]>('name', 'message', 'reference');
  const place = fc.tuple(fc.nat(200), fc.nat(60));
  fc.assert(
    fc.property(text, field, place, (words, wanted, [from, length]) => {
      const start = Math.min(from, words.length);
      const mark: Mark = { field: wanted, in: 'text', start, end: Math.min(start + length, words.length) };
      const mail = { subject: '', text: words, replyTo: null };
      const piece = words.slice(mark.start, mark.end).trim();
      try {
        const rule = deriveRule(mark, mail, [piece]);
        const reading = readPortalMail({ rules: [rule, { ...rule, field: 'name' }] }, mail);
        if (reading.fits) expect(reading.values[wanted]).toContain(piece.split('\n')[0]);
      } catch (error) {
        if (!(error instanceof UnusableMark)) throw error;
      }
    }),
    {
      numRuns: 500,
      // A star of the mail's own before the marked piece, once as the last word of the anchor.
      examples: [
        ['Navn: * Kari\nİİ: x', 'name', [7, 5]],
        ['!\nNavn: * Kari\nNavn: * Kari\nTelefon: 90123456', 'name', [22, 5]],
      ],
    },
  );
});

it('half a megabyte in one line is read, not by the square of its length', () => {
  const words = normalisePortalText('Navn: '.repeat(100_000));
  for (const template of builtInTemplates)
    expect(readPortalMail(template, { subject: '', text: words, replyTo: null }).fits).toBe(false);
});
