import { describe, expect, it } from 'vitest';
import { decodeEncodedWords } from './decode-encoded-words.ts';

describe('decodeEncodedWords', () => {
  it.each([
    ['Volvo XC60', 'Volvo XC60'],
    ['=?utf-8?Q?Er_bilen_p=C3=A5_lager=3F?=', 'Er bilen på lager?'],
    ['=?UTF-8?B?w4VzZSBCasO4cms=?= <ase@example.com>', 'Åse Bjørk <ase@example.com>'],
    ['=?iso-8859-1?q?Gr=FC=DFe?=', 'Grüße'],
    ['=?windows-1252?Q?=80_389?=', '€ 389'],
    ['=?utf-8?B?w4U=?=\r\n =?utf-8?B?c2U=?=', 'Åse'],
    ['=?utf-8?B?ww==?= =?utf-8?B?hQ==?=', 'Å'],
    ['Sv: =?utf-8?Q?=C3=86?= og =?utf-8?Q?=C3=98?=', 'Sv: Æ og Ø'],
    ['=?klingon?Q?=C3=86?=', 'Æ'],
    ['=?utf-8?X?abc?= =?utf-8?Q?unfinished', '=?utf-8?X?abc?= =?utf-8?Q?unfinished'],
    ['=?utf-8?Q?a=0D=0ABcc:_x?=', 'a Bcc: x'],
    ['', ''],
  ])('%j → %j', (header, expected) => expect(decodeEncodedWords(header)).toBe(expected));
});
