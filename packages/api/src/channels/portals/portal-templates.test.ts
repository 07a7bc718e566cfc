import { describe, expect, it } from 'vitest';
import { parseInboundMail } from '../email/parse-inbound-mail.ts';
import { deriveRule, type Mark, UnusableMark } from './derive-rule.ts';
import { matchAnchor } from './match-anchor.ts';
import { normalisePortalText } from './normalise-portal-text.ts';
import type { PortalRule } from './portal-template.ts';
import { comesFrom, isEnquiryOf, type PortalMail, portalMail, readPortalMail } from './read-portal-mail.ts';
import { type PortalSample, portalSamples } from './samples/samples.ts';
import { builtInTemplates } from './templates/built-in.ts';

const templateOf = (id: string) => {
  const template = builtInTemplates.find((one) => one.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return template;
};
const mailOf = ({ from, subject, text, html = '' }: Pick<PortalSample, 'from' | 'subject' | 'text' | 'html'>) =>
  parseInboundMail(
    new Map(
      Object.entries({ from, subject, 'body-plain': text, 'body-html': html }).map(([name, value]) => [name, [value]]),
    ),
  );

describe.each(portalSamples.map((sample) => [`${sample.template}: ${sample.subject}`, sample] as const))(
  '%s',
  (_, sample) => {
    const mail = mailOf(sample);
    it('is recognised by one template, and read by it', () => {
      const whose = builtInTemplates.filter((template) => comesFrom(template, mail));
      expect(whose.map(({ id }) => id)).toEqual([sample.template]);
      const template = templateOf(sample.template);
      expect(isEnquiryOf(template, mail.subject)).toBe(true);
      expect(readPortalMail(template, portalMail(mail))).toMatchObject({ fits: true, values: sample.expected });
    });

    it('does not fit any more when a label is gone', () => {
      const text = portalMail(mail).text.replace(
        /^(Melding|Besked|Meddelande|Nachricht|Kommentar)(:?)$/im,
        'Noe annet$2',
      );
      const reading = readPortalMail(templateOf(sample.template), { ...portalMail(mail), text });
      expect(reading).toEqual({ fits: false, missing: ['message'] });
    });
  },
);

it('every template has a sample, and says that it is assumed', () => {
  expect(builtInTemplates.map(({ id }) => id).sort()).toEqual(
    [...new Set(portalSamples.map(({ template }) => template))].sort(),
  );
  expect(builtInTemplates.every(({ assumed }) => assumed)).toBe(true);
});

it.each(['finn.no.evil.example', 'notfinn.no', 'evil.example'])('a sender at %s is not FINN', (domain) => {
  expect(comesFrom(templateOf('finn'), mailOf({ from: `FINN <a@${domain}>`, subject: '', text: '' }))).toBe(false);
});

const mail: PortalMail = {
  subject: 'Kari Hansen har spurt om Volvo XC60 (ref 8812345)',
  text: normalisePortalText(`Ny kunde
Ref 8812345 er opprettet
Kunde
Kari Hansen
Kontakt: Kari Hansen, kari@example.com, tlf 90123456
Kari Hansen skriver:
Hei!

Er den ledig?
Svar Kari Hansen innen en time
Kontakt: salg@portal.example`),
  replyTo: 'reply-1@portal.example',
};

function mark(field: Mark['field'], piece: string, where: Mark['in'] = 'text', from = 0): Mark {
  const start = (where === 'subject' ? mail.subject : mail.text).indexOf(piece, from);
  return { field, in: where, start, end: start + piece.length };
}
const pieces = ['Kari Hansen', 'kari@example.com', '90123456', 'Hei!\n\nEr den ledig?', 'Volvo XC60'];
const other: PortalMail = {
  subject: 'Ola Li har spurt om Skoda Enyaq (ref 9923456)',
  text: mail.text
    .replaceAll('Kari Hansen', 'Ola Li')
    .replace('kari@example.com', 'ola@example.com')
    .replace('90123456', '45678901')
    .replace('Hei!\n\nEr den ledig?', 'Hva koster den?\n\nHilsen Ola'),
  replyTo: 'reply-2@portal.example',
};

describe('a rule made of a marked piece', () => {
  it.each<[string, Mark, Partial<PortalRule>, string]>([
    [
      'a piece within a line',
      mark('email', 'kari@example.com'),
      { before: 'Kontakt: *,', until: ', tlf *' },
      'ola@example.com',
    ],
    ['the end of a line', mark('phone', '90123456'), { before: 'Kontakt: *, *, tlf', until: null }, '45678901'],
    ['a line below its label', mark('name', 'Kari Hansen'), { before: 'Kunde', place: 'same_line' }, 'Ola Li'],
    [
      'paragraphs',
      mark('message', 'Hei!\n\nEr den ledig?'),
      { before: '* skriver:', until: 'Svar * innen en time', place: 'below' },
      'Hva koster den?\n\nHilsen Ola',
    ],
    [
      'the subject',
      mark('vehicle', 'Volvo XC60', 'subject'),
      { before: '* har spurt om', until: '(ref *)' },
      'Skoda Enyaq',
    ],
    ['the address to answer to', { field: 'email', in: 'reply_to', start: 0, end: 0 }, {}, 'reply-2@portal.example'],
  ])('finds %s in the next mail', (_, one, expected, found) => {
    const rule = deriveRule(one, mail, pieces);
    expect(rule).toMatchObject(expected);
    const name: PortalRule = {
      field: 'name',
      in: 'text',
      before: 'Kunde',
      until: null,
      place: 'same_line',
      occurrence: 1,
      optional: false,
    };
    const reading = readPortalMail({ rules: [rule, name] }, other);
    expect(reading).toMatchObject({ fits: true, values: { [one.field]: found } });
  });

  it('tells the second line of the same words from the first', () => {
    const second = mark('reference', 'salg@portal.example');
    expect(deriveRule(second, mail, pieces)).toMatchObject({ before: 'Kontakt:', occurrence: 2 });
  });

  it.each<[string, Mark]>([
    ['nothing', { field: 'name', in: 'text', start: 3, end: 4 - 1 }],
    ['the first line', mark('name', 'Ny kunde')],
    [
      'half a line and the next',
      { field: 'message', in: 'text', start: mail.text.indexOf('tlf'), end: mail.text.indexOf('skriver') },
    ],
  ])('is refused for %s', (_, one) => expect(() => deriveRule(one, mail, pieces)).toThrow(UnusableMark));
});

describe('an anchor', () => {
  it.each([
    ['Navn: Kari', 'navn:', 'start', { start: 0, end: 5 }],
    ['Kari skrev: Hei', '* skrev:', 'start', { start: 0, end: 11 }],
    ['Mitt navn: Kari', 'navn:', 'start', null],
    ['Mitt navn: Kari', 'navn:', 'anywhere', { start: 5, end: 10 }],
    ['İstanbul: x', 'istanbul:', 'start', null],
  ] as const)('in %j: %j from the %s', (line, anchor, where, found) =>
    expect(matchAnchor(line, anchor, where)).toEqual(found),
  );

  it('is looked for in time that grows with the line only', () => {
    expect(matchAnchor('a'.repeat(50_000), `${'a*'.repeat(2000)}b`, 'start')).toBeNull();
  });
});
