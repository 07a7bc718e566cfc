import { describe, expect, it } from 'vitest';
import { parseAddressList } from './parse-address-list.ts';

const ola = 'ola@example.com';

describe('parseAddressList', () => {
  it.each([
    ['ola@example.com', [{ name: null, email: ola }]],
    ['Ola Nordmann <Ola@Example.com>', [{ name: 'Ola Nordmann', email: ola }]],
    ['"Nordmann, Ola" <ola@example.com>', [{ name: 'Nordmann, Ola', email: ola }]],
    ['"Ola \\"Olli\\" N" <ola@example.com>', [{ name: 'Ola "Olli" N', email: ola }]],
    ['ola@example.com (Ola Nordmann)', [{ name: 'Ola Nordmann', email: ola }]],
    ["'ola@example.com' <ola@example.com>", [{ name: null, email: ola }]],
    ['=?utf-8?Q?=C3=85se=2C_Kari?= <ola@example.com>', [{ name: 'Åse, Kari', email: ola }]],
    ['<ola@example.com>', [{ name: null, email: ola }]],
    ['Ola <ola@example.com', [{ name: 'Ola', email: ola }]],
    [
      'a@b.no, "x, y" <c@d.no>; e@f.no',
      [
        { name: null, email: 'a@b.no' },
        { name: 'x, y', email: 'c@d.no' },
        { name: null, email: 'e@f.no' },
      ],
    ],
    [
      'Team: a@b.no, c@d.no;',
      [
        { name: null, email: 'a@b.no' },
        { name: null, email: 'c@d.no' },
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['Eve <eve@evil.no> <ola@example.com>', [{ name: 'Eve <eve@evil.no>', email: ola }]],
    ['"unfinished <ola@example.com>', [{ name: '"unfinished', email: ola }]],
    ['no address, @, <>, a@', []],
    ['', []],
  ])('%j', (header, expected) => expect(parseAddressList(header)).toEqual(expected));

  it('takes no more than 200 and survives deep nesting', () => {
    expect(parseAddressList('a@b.no,'.repeat(1000))).toHaveLength(200);
    expect(parseAddressList('('.repeat(50_000))).toEqual([]);
  });
});
