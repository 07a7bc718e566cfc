export interface Sample {
  name: string;
  mail: string;
  text: string;
  /** Words that must be in the signature; nothing may be there when it is missing. */
  signature?: string;
  /** Words that must be in the quotation; nothing may be there when it is missing. */
  quoted?: string;
}

const dealer = 'Fjord Bil <post@fjordbil.no>';
const marked = '> Hei Ola,\n>\n> XC60-en er ledig og koster 389 000 kr.\n> -- \n> Frida';
const bare = 'Hei Ola,\n\nXC60-en er ledig og koster 389 000 kr.\n\nVennlig hilsen\nFrida';

const programs: Sample[] = [
  ['Gmail nb', `tor. 12. nov. 2026 kl. 14:03 skrev ${dealer}:`, marked],
  ['Gmail nb, older', `Den tor. 12. nov. 2026 kl. 14:03 skrev ${dealer}:`, marked],
  ['Gmail nn', `Den tor. 12. nov. 2026 kl. 14:03 skreiv ${dealer}:`, marked],
  ['Gmail sv', `Den tors 12 nov. 2026 kl 14:03 skrev ${dealer}:`, marked],
  ['Gmail da', `Den tor. 12. nov. 2026 kl. 14.03 skrev ${dealer}:`, marked],
  ['Gmail de', `Am Do., 12. Nov. 2026 um 14:03 Uhr schrieb ${dealer}:`, marked],
  ['Gmail de, name first', `${dealer} schrieb am Do., 12. Nov. 2026, 14:03:`, marked],
  ['Gmail en', `On Thu, Nov 12, 2026 at 2:03 PM ${dealer} wrote:`, marked],
  ['Gmail nb, wrapped', 'tor. 12. nov. 2026 kl. 14:03 skrev Fjord Bil Bergen Vest AS\n<post@fjordbil.no>:', marked],
  [
    'Gmail en, wrapped twice',
    'On Thu, Nov 12, 2026 at 2:03 PM Fjord Bil\nBergen Vest AS <\npost@fjordbil.no> wrote:',
    marked,
  ],
  ['Apple Mail nb', `12. nov. 2026 kl. 14:03 skrev ${dealer}:`, marked],
  ['Apple Mail sv', `12 nov. 2026 kl. 14:03 skrev ${dealer}:`, marked],
  ['Apple Mail da', `Den 12. nov. 2026 kl. 14.03 skrev ${dealer}:`, marked],
  ['Apple Mail de', `Am 12.11.2026 um 14:03 schrieb ${dealer}:`, marked],
  ['Apple Mail en', `On 12 Nov 2026, at 14:03, ${dealer} wrote:`, marked],
  ['Thunderbird nb', 'Den 12.11.2026 14:03, skrev Fjord Bil:', marked],
  ['Thunderbird sv', 'Den 2026-11-12 kl. 14:03, skrev Fjord Bil:', marked],
  ['Thunderbird, name first', 'Fjord Bil skrev den 12.11.2026 14:03:', marked],
  ['Thunderbird de', 'Am 12.11.26 um 14:03 schrieb Fjord Bil:', marked],
  ['Yahoo nb', `På torsdag 12. november 2026 kl. 14:03:00 CET skrev ${dealer}:`, bare],
  ['Yahoo de', `Am Donnerstag, 12. November 2026 um 14:03:00 MEZ hat ${dealer} Folgendes geschrieben:`, bare],
  ['Proton en', `On Thursday, November 12th, 2026 at 14:03, ${dealer} wrote:`, marked],
  ['only a name', 'Fjord Bil skrev:', marked],
  ['iPhone, everything marked', '', `> 12. nov. 2026 kl. 14:03 skrev ${dealer}:\n> \n${marked}`],
  [
    'Outlook nb',
    `Fra: ${dealer}\nSendt: torsdag 12. november 2026 14:03\nTil: Ola Nordmann <ola@example.com>\nEmne: SV: Volvo XC60`,
    bare,
  ],
  [
    'Outlook nb, bold and with a copy',
    `*Fra:* ${dealer}\n*Sendt:* torsdag 12. november 2026 14:03\n*Til:* Ola\n*Kopi:* Kari\n*Emne:* SV: Volvo XC60`,
    bare,
  ],
  [
    'Outlook sv',
    `Från: ${dealer}\nSkickat: den 12 november 2026 14:03\nTill: Ola Nordmann\nÄmne: Sv: Volvo XC60`,
    bare,
  ],
  ['Outlook da', `Fra: ${dealer}\nSendt: 12. november 2026 14:03\nTil: Ola\nCc: Kari\nEmne: Sv: Volvo XC60`, bare],
  [
    'Outlook de',
    `Von: ${dealer}\nGesendet: Donnerstag, 12. November 2026 14:03\nAn: Ola Nordmann\nBetreff: AW: Volvo XC60`,
    bare,
  ],
  ['Outlook en', `From: ${dealer}\nSent: Thursday, November 12, 2026 2:03 PM\nTo: Ola\nSubject: RE: Volvo XC60`, bare],
  [
    'Outlook on a phone, with its rule',
    `________________________________\nFra: ${dealer}\nSendt: torsdag 12. november 2026 14:03:11\nTil: Ola\nEmne: SV`,
    bare,
  ],
  [
    'Outlook, recipients wrapped',
    `From: ${dealer}\nSent: 12 November 2026 14:03\nTo: Ola <ola@example.com>;\n Kari <kari@example.com>\nSubject: RE`,
    bare,
  ],
  ['Outlook, blank lines between', `Fra: ${dealer}\n\nSendt: 12. november 2026 14:03\n\nTil: Ola\n\nEmne: SV`, bare],
  ['separator en', `-----Original Message-----\nFrom: ${dealer}`, bare],
  ['separator nb', `-----Opprinnelig melding-----\nFra: ${dealer}`, bare],
  ['separator sv', `-----Ursprungligt meddelande-----\nFrån: ${dealer}`, bare],
  ['separator da', `-----Oprindelig meddelelse-----\nFra: ${dealer}`, bare],
  ['separator de', `-----Ursprüngliche Nachricht-----\nVon: ${dealer}`, bare],
  ['Samsung nb', `-------- Opprinnelig melding --------\nFra: ${dealer} \nDato: 12.11.2026 14:03 (GMT+01:00) `, bare],
  ['Samsung sv', `-------- Originalmeddelande --------\nFrån: ${dealer}`, bare],
  ['forward', `---------- Forwarded message ---------\nFra: ${dealer}\nDate: tor. 12. nov. 2026`, bare],
  ['forward by Apple', `Start på videresendt melding:\n\nFra: ${dealer}`, bare],
].map(([name = '', start = '', quotation = '']) => ({
  name,
  mail: `Ja takk, lørdag passer fint.\n\n${start}\n\n${quotation}\n`,
  text: 'Ja takk, lørdag passer fint.',
  quoted: 'XC60-en er ledig',
}));

const signatures: Sample[] = [
  ['the standard delimiter', '-- \nOla Nordmann\nTlf. 901 23 456\nBryggen 1, Bergen', '901 23 456'],
  ['the delimiter without its blank', '--\nOla Nordmann', 'Ola'],
  ['Mvh', 'Mvh\nOla Nordmann\n901 23 456', '901 23 456'],
  ['mvh with the name beside it', 'mvh Ola', 'mvh Ola'],
  ['hilsen', 'Hilsen Ola og Kari\nTlf. 901 23 456', 'Ola og Kari'],
  ['a sign-off with a number', 'Mvh Ola Nordmann, tlf 90 12 34 56', '90 12 34 56'],
  ['vennlig hilsen', 'Med vennlig hilsen / Best regards\n\nOla Nordmann\nDaglig leder\nNordmann AS', 'Nordmann AS'],
  ['sv', 'Med vänliga hälsningar,\nSven Svensson', 'Svensson'],
  ['da', 'De bedste hilsner\nMette', 'Mette'],
  ['de', 'Mit freundlichen Grüßen\nHans Müller', 'Müller'],
  ['en', 'Kind regards,\nJane', 'Jane'],
  ['iPhone nb', 'Sendt fra min iPhone', 'iPhone'],
  ['iPhone de', 'Von meinem iPhone gesendet', 'iPhone'],
  ['Outlook for iOS', 'Hent Outlook for iOS<https://aka.ms/o0ukef>', 'aka.ms'],
  ['Samsung sv', 'Skickat från min Samsung Galaxy-smartphone.', 'Galaxy'],
  ['a sign-off and a phone', 'Hilsen Ola\n\nSendt fra min iPad', 'iPad'],
].map(([name = '', end = '', signature = '']) => ({
  name: `signature: ${name}`,
  mail: `Er bilen fortsatt ledig?\n\n${end}\n`,
  text: 'Er bilen fortsatt ledig?',
  signature,
}));

const others: Sample[] = [
  {
    name: 'nothing to strip',
    mail: 'Er bilen ledig?\r\n\r\nKan jeg komme i dag?',
    text: 'Er bilen ledig?\n\nKan jeg komme i dag?',
  },
  { name: 'empty', mail: '', text: '' },
  {
    name: 'signature above an Outlook quotation',
    mail: `Takk, vi kommer.\n\nMvh\nOla\n\nFra: ${dealer}\nSendt: 12. november 2026\nTil: Ola\nEmne: SV\n\n${bare}`,
    text: 'Takk, vi kommer.',
    signature: 'Ola',
    quoted: 'XC60-en er ledig',
  },
  {
    name: 'answers between the quotations',
    mail: `Hei,\n\n12. nov. 2026 kl. 14:03 skrev ${dealer}:\n\n> Passer lørdag kl. 11?\n\nJa, det passer.\n\n> Har du innbytte?\n\nJa, en Golf 2016 med 120 000 km.\n\nMvh Ola`,
    text: 'Hei,\n\nJa, det passer.\n\nJa, en Golf 2016 med 120 000 km.',
    signature: 'Mvh Ola',
    quoted: 'Har du innbytte?',
  },
  {
    name: 'answers right under the quoted lines',
    mail: '> Passer lørdag?\nJa\n> Har du innbytte?\nNei',
    text: 'Ja\n\nNei',
    quoted: 'Passer lørdag?',
  },
  {
    name: 'the answer below the quotation',
    mail: `Den 12.11.2026 14:03, skrev Fjord Bil:\n${marked}\n\nJa takk, lørdag passer fint.`,
    text: 'Ja takk, lørdag passer fint.',
    quoted: 'XC60-en er ledig',
  },
  {
    name: 'only a marked quotation',
    mail: `Den 12.11.2026 14:03, skrev Fjord Bil:\n${marked}`,
    text: '',
    quoted: 'XC60-en',
  },
  {
    name: 'only an Outlook quotation',
    mail: `Fra: ${dealer}\nSendt: 12. november 2026\nTil: Ola\nEmne: SV\n\n${bare}`,
    text: '',
    quoted: 'XC60-en er ledig',
  },
  { name: 'only a signature', mail: 'Mvh Ola\n\nSendt fra min iPhone', text: '', signature: 'Mvh Ola' },
  {
    name: 'an answer right above the introduction, without a blank line',
    mail: `Ja, gjerne på lørdag 14. klokken 12\nDen 12. nov. 2026 kl. 14:03 skrev ${dealer}:\n${marked}`,
    text: 'Ja, gjerne på lørdag 14. klokken 12',
    quoted: 'skrev Fjord Bil',
  },
  {
    name: 'an answer that begins like an introduction',
    mail: `På lørdag 14. kan jeg komme\nDen 12. nov. 2026 kl. 14:03 skrev ${dealer}:\n${marked}`,
    text: 'På lørdag 14. kan jeg komme',
    quoted: 'skrev Fjord Bil',
  },
  {
    name: 'a sentence with "skrev" and a colon',
    mail: 'Den 12. november 2026 skrev dere:\nPrisen er 389 000 kr. Gjelder den fortsatt?',
    text: 'Den 12. november 2026 skrev dere:\nPrisen er 389 000 kr. Gjelder den fortsatt?',
  },
  {
    name: 'a question about what "you wrote"',
    mail: 'On 12.11.2026 you wrote:\nthe price is 389 000. Is that still so?',
    text: 'On 12.11.2026 you wrote:\nthe price is 389 000. Is that still so?',
  },
  {
    name: 'a web form with Fra and Emne',
    mail: 'Fra: Ola Nordmann\nTelefon: 901 23 456\nEmne: Volvo XC60\nMelding: Er bilen ledig?',
    text: 'Fra: Ola Nordmann\nTelefon: 901 23 456\nEmne: Volvo XC60\nMelding: Er bilen ledig?',
  },
  {
    name: 'a transport from one town to another',
    mail: 'Kan dere frakte bilen?\nFra: Bergen\nTil: Oslo\nGjerne før jul.',
    text: 'Kan dere frakte bilen?\nFra: Bergen\nTil: Oslo\nGjerne før jul.',
  },
  {
    name: 'a rule of dashes',
    mail: 'To biler:\n--------------------\nVolvo XC60\nVW Golf\n____________________\nHva koster de?',
    text: 'To biler:\n--------------------\nVolvo XC60\nVW Golf\n____________________\nHva koster de?',
  },
  {
    name: 'more than, written as an arrow',
    mail: 'Kilometer:\n>100 000 km er greit',
    text: 'Kilometer:\n>100 000 km er greit',
  },
  {
    name: 'a greeting that begins with Hilsen',
    mail: 'Hilsen fra Bergen! Vi lurer på om dere tar innbytte på en Golf.',
    text: 'Hilsen fra Bergen! Vi lurer på om dere tar innbytte på en Golf.',
  },
  {
    name: 'a postscript',
    mail: 'Vi tar bilen.\n\nMvh Ola\n\nPS: Vi trenger vinterdekk også.',
    text: 'Vi tar bilen.\n\nPS: Vi trenger vinterdekk også.',
    signature: 'Mvh Ola',
  },
  {
    name: 'a question after the sign-off',
    mail: 'Vi tar bilen.\n\nHilsen Ola\n\nKan den leveres i Bergen?',
    text: 'Vi tar bilen.\n\nKan den leveres i Bergen?',
    signature: 'Hilsen Ola',
  },
  {
    name: 'sent from a town',
    mail: 'Bilen er sendt i dag.\nSendt fra Oslo klokken ni.',
    text: 'Bilen er sendt i dag.\nSendt fra Oslo klokken ni.',
  },
  { name: 'best price', mail: 'Hei\nBest pris på XC60?\nHilsen', text: 'Hei\nBest pris på XC60?', signature: 'Hilsen' },
  {
    name: 'invisible characters around the introduction',
    mail: `Ja takk.\n\n\ufeff12. nov. 2026 kl.\u202f14:03 skrev\u00a0${dealer}:\n\n${marked}`,
    text: 'Ja takk.',
    quoted: 'XC60-en er ledig',
  },
  { name: 'a line that begins with 500 blanks', mail: `${' '.repeat(500)}hei`, text: 'hei' },
];

/** Mails as the usual programs write them. The quoted dealership and its people are invented. */
export const samples: Sample[] = [...programs, ...signatures, ...others];
