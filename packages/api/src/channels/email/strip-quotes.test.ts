import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSignature } from './find-signature.ts';
import { samples } from './strip-quotes.samples.ts';
import { findQuotes, stripQuotes } from './strip-quotes.ts';

describe('stripQuotes', () => {
  it.each(samples)('$name', ({ mail, text, signature, quoted }) => {
    const stripped = stripQuotes(mail);
    expect(stripped.text).toBe(text);
    if (signature === undefined) expect(stripped.signature).toBe('');
    else expect(stripped.signature).toContain(signature);
    if (quoted === undefined) expect(stripped.quoted).toBe('');
    else expect(stripped.quoted).toContain(quoted);
  });

  it('loses no word, whatever lines meet', () => {
    const line = fc.constantFrom(...samples.flatMap(({ mail }) => mail.split('\n')));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const mail = lines.join('\n');
        const { text, quoted, signature } = stripQuotes(mail);
        expect(words(`${text}\n${quoted}\n${signature}`)).toEqual(words(mail));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['unfinished introductions', 'Den 12. nov. 2026 kl. 14:03\n'],
    ['introductions without an end', 'On Thu, Nov 12, 2026 <a@b.no> wrote\n'],
    ['header names', 'Fra: x\n'],
    ['rules', '____________________\n'],
    ['marks', '> > > >\n'],
    ['sign-offs', 'Mvh\nOla?\n'],
    ['delimiters', '--\n'],
    ['blank lines', '\n'],
    ['alternating quotations', '> a\nb\n'],
    ['lone colons', ':\n'],
  ])('looks at each line a bounded number of times: %s', (_name, unit) => {
    const reads = (count: number) => countReads(unit.repeat(count).split('\n'));
    const [once, twice] = [reads(1500), reads(3000)];
    expect(twice).toBeLessThan(once * 2.05);
    expect(once).toBeLessThan(1500 * 2 * 60);
  });

  it('copes with a single line of 50 kB of any mark', () => {
    for (const unit of ['>', ' ', '-', 'Fra: ', 'skrev 12:00 <a@', 'mvh ', '\u200b', '* ', ':']) {
      const mail = unit.repeat(Math.ceil(50_000 / unit.length));
      const { text, quoted, signature } = stripQuotes(mail);
      expect(words(text + quoted + signature)).toEqual(words(mail));
    }
  });
});

function words(text: string): string[] {
  return text
    .split(/[\s\u200b\ufeff]+/)
    .filter(Boolean)
    .sort();
}

function countReads(lines: string[]): number {
  let reads = 0;
  const counted = new Proxy(lines, {
    get(target, property, receiver) {
      if (typeof property === 'string' && /^\d+$/.test(property)) reads++;
      return Reflect.get(target, property, receiver);
    },
  });
  findQuotes(counted);
  findSignature(counted, true);
  return reads;
}
