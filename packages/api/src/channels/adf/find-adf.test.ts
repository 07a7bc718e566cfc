import { describe, expect, it } from 'vitest';
import { type AdfPlaces, findAdf, looksLikeAdf } from './find-adf.ts';
import { readAdf } from './read-adf.ts';

const xml =
  '<?adf version="1.0"?><adf><prospect><customer><contact><name>Åse</name><email>ase@example.com</email></contact></customer></prospect></adf>';
const nothing: AdfPlaces = { plain: '', html: '', files: [] };
const emailIn = (places: Partial<AdfPlaces>) =>
  readAdf(findAdf({ ...nothing, ...places }) ?? '')?.map(({ email }) => email) ?? null;
const escaped = xml.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('the ADF document of a mail', () => {
  it.each<[string, Partial<AdfPlaces>]>([
    ['its text', { plain: xml }],
    ['its text, after words', { plain: `You have a new lead:\n\n${xml}\n\n-- \nPortal` }],
    ['its text, escaped', { plain: escaped }],
    ['its text, with links that a mail program added', { plain: xml.replace(/(ase@[\w.]+)/, '$1<mailto:$1>') }],
    ['a file', { plain: 'See the attachment.', files: [xml] }],
    ['its HTML, as it is', { plain: 'New lead', html: xml }],
    ['its HTML, shown to people', { html: `<html><body><pre>${escaped}</pre></body></html>` }],
    ['its text in capitals', { plain: xml.replaceAll('adf>', 'ADF>').replaceAll('prospect', 'PROSPECT') }],
  ])('is found as %s', (_, places) => expect(emailIn(places)).toEqual(['ase@example.com']));

  it('is read once where it is both text and file', () => {
    expect(emailIn({ plain: xml, files: [xml.replace('ase@', 'other@')] })).toEqual(['ase@example.com']);
  });

  it.each(['', 'Hei, er bilen ledig?', 'Vi snakker om adf og prospect', '<adfx>', 'a < adf'.repeat(3)])(
    'is not there in %j',
    (plain) => expect(findAdf({ ...nothing, plain, html: plain }) === null || readAdf(plain) === null).toBe(true),
  );

  it('is looked for in time that grows with the text only', () => {
    expect(looksLikeAdf('<'.repeat(1_000_000))).toBe(false);
    expect(findAdf({ plain: '<mailto:'.repeat(100_000), html: '&lt;'.repeat(200_000), files: [] })).toBeNull();
  });
});
