import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { adfMessage, wantedVehicle } from './describe-adf-vehicle.ts';
import { XmlTooComplex } from './parse-xml.ts';
import { readAdf } from './read-adf.ts';

const whole = `<?xml version="1.0" encoding="UTF-8"?>
<?adf version="1.0"?>
<adf><prospect status="new">
  <id sequence="1" source="portal.example">88123</id>
  <requestdate>2026-11-20T10:15:00+01:00</requestdate>
  <vehicle interest="buy" status="used"><year>2022</year><make>Volvo</make><model>XC60</model><stock>4711</stock></vehicle>
  <vehicle interest="trade-in"><year>2016</year><make>VW</make><model>Golf</model><odometer units="km">120000</odometer></vehicle>
  <customer><contact primarycontact="1">
    <name part="first">Åse</name><name part="last">Ødegård</name>
    <email>ase@example.com</email><phone type="fax">22000000</phone><phone type="cellphone" preferredcontact="1">90123456</phone>
  </contact><comments>Er den ledig?<br/>Kan jeg prøve &amp; kjøpe?</comments></customer>
  <vendor><vendorname>Fjord Bil</vendorname></vendor>
  <provider><name part="full">Bilportalen</name></provider>
</prospect></adf>`;

const only = (source: string) => {
  const [lead] = readAdf(source) ?? [];
  if (!lead) throw new Error('no lead');
  return lead;
};

describe('an ADF document as the standard has it', () => {
  it('is read without repairs', () => {
    const lead = only(whole);
    expect(lead).toMatchObject({
      ids: ['portal.example:88123'],
      name: 'Åse Ødegård',
      email: 'ase@example.com',
      phone: '90123456',
      vendor: 'Fjord Bil',
      provider: 'Bilportalen',
      resend: false,
      repaired: [],
      missing: [],
    });
    expect(wantedVehicle(lead)).toBe('2022 Volvo XC60 (4711)');
    expect(adfMessage(lead)).toContain('Kan jeg prøve & kjøpe?');
    expect(adfMessage(lead)).toContain('Trade-in: 2016 VW Golf, 120000 km');
  });

  it('may hold several prospects', () => {
    const two = whole.replace(
      '</adf>',
      '<prospect><customer><contact><name>Per</name></contact></customer></prospect></adf>',
    );
    expect(readAdf(two)?.map(({ name }) => name)).toEqual(['Åse Ødegård', 'Per']);
  });
});

describe('what senders get wrong', () => {
  it.each([
    ['no adf instruction', (xml: string) => xml.replace('<?adf version="1.0"?>', ''), /no <\?adf/],
    ['the instruction in capitals', (xml: string) => xml.replace('<?adf', '<?ADF'), /capitals/],
    [
      'elements in capitals',
      (xml: string) => xml.replace(/<(\/?)(adf|prospect)/g, (_, end, name) => `<${end}${name.toUpperCase()}`),
      /capitals/,
    ],
    ['text before', (xml: string) => `New lead!\n${xml}`, /before/],
    ['no adf element', (xml: string) => xml.replace(/<\/?adf>/g, ''), /no <adf>/],
    ['interest in other words', (xml: string) => xml.replace('"trade-in"', '"TRADE IN"'), /TRADE IN/],
    ['unit for units', (xml: string) => xml.replace('units=', 'unit='), /unit/],
    ['null for nothing', (xml: string) => xml.replace('4711', 'NULL'), /NULL/],
    ['fields without a contact', (xml: string) => xml.replace(/<\/?contact[^>]*>/g, ''), /without <contact>/],
    ['comments outside', (xml: string) => xml.replace('<vendor>', '<comments>Haster</comments><vendor>'), /outside/],
  ])('%s is repaired and said', (_, spoil, note) => {
    const lead = only(spoil(whole));
    expect(lead).toMatchObject({ name: 'Åse Ødegård', email: 'ase@example.com' });
    expect(lead.repaired.join('; ')).toMatch(note);
  });

  it('elements that are never closed are closed', () => {
    expect(only(whole.replace('</customer>', '').replace('</prospect></adf>', ''))).toMatchObject({
      name: 'Åse Ødegård',
    });
  });

  it('what is left out is named', () => {
    expect(only('<adf><prospect><customer/></prospect></adf>').missing).toEqual([
      'requestdate',
      'vehicle',
      'customer/contact/name',
      'customer/contact/email or phone',
      'vendor/vendorname',
    ]);
  });
});

describe('what is no lead at all', () => {
  it.each([
    ['nothing', ''],
    ['words', 'Hei, er bilen ledig?'],
    ['HTML', '<html><body><p>Hei</p></body></html>'],
    ['JSON', '{"adf": 1}'],
  ])('%s is null', (_, source) => expect(readAdf(source)).toBeNull());

  it('random bytes never throw', () => {
    for (let n = 0; n < 200; n += 1) {
      const noise = randomBytes(500).toString('latin1');
      const at = n % whole.length;
      expect(() => readAdf(`${whole.slice(0, at)}${noise}${whole.slice(at)}`)).not.toThrow();
    }
  });
});

describe('a bomb', () => {
  it('of entities stays words', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${whole.replace('Er den ledig?', '&b;&f;')}`;
    const { comments } = only(bomb);
    expect(comments).not.toMatch(/aaaa|root:/);
  });

  it('of depth or of number is refused', () => {
    expect(() => readAdf(`<adf>${'<a>'.repeat(10_000)}`)).toThrow(XmlTooComplex);
    expect(() => readAdf(`<adf>${'<a/>'.repeat(30_000)}`)).toThrow(XmlTooComplex);
  });
});
