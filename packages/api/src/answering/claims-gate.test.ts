import { describe, expect, it } from 'vitest';
import type { GateFacts, ViolationKind } from './claims/gate-types.ts';
import { claimsGate } from './claims-gate.ts';
import { dealership, enyaq, ravFour, reservedTesla, soldIdFour, volvo } from './testing/sample-stock.ts';
import type { Language } from './types.ts';

const facts: GateFacts = {
  vehicle: volvo,
  alternatives: [enyaq, ravFour, soldIdFour, reservedTesla],
  dealership,
  customerTexts: [
    'Hei, er XC60 ledig? Budsjettet mitt er 450 000 kr. Jeg har en Audi A4 2015 som har gått 120 000 km. Kan jeg komme lørdag kl. 12? Har dere Porsche Taycan?',
  ],
  customerName: 'Kari Nordmann',
  channel: 'email',
  now: new Date('2026-11-20T12:00:00Z'),
};

function kinds(text: string, language: Language = 'nb', changed: Partial<GateFacts> = {}): ViolationKind[] {
  return [...new Set(claimsGate(text, { ...facts, ...changed }, language).violations.map(({ kind }) => kind))];
}

/** Enough honest words around a sentence to be a reply. */
function nb(sentence: string): string {
  return `Hei Kari,\n\nTakk for meldingen. ${sentence}`;
}
function en(sentence: string): string {
  return `Hi Kari,\n\nThank you for your message. ${sentence}`;
}

describe('lets through what is so', () => {
  it.each([
    'Volvo XC60 T6 AWD Inscription 2022 er fortsatt til salgs. Den koster 489 000 kr og har gått 41 000 km.',
    'Volvo XC60 koster 489.000,- og er en 2022-modell.',
    'XC60-en er til salgs for kr 489 000.',
    'Den har gått 4 100 mil.',
    'Skoda Enyaq koster 369 000 kr, og Toyota RAV4 koster 339 000 kr.',
    'Det nærmeste vi har, er Skoda Enyaq 80X 2022 til 369 000 kr (44 000 km) og Toyota RAV4 Hybrid 2020 til 339 000 kr (71 000 km).',
    'Volkswagen ID.4 er dessverre solgt, men Skoda Enyaq er til salgs.',
    'Tesla Model Y er reservert akkurat nå.',
    'Jeg finner ikke Porsche Taycan blant bilene vi har inne.',
    'Innbytte av Audi A4 2015 vurderer en selger, og 120 000 km på bilen din er notert.',
    'Du nevner et budsjett på 450 000 kr, og Skoda Enyaq koster 369 000 kr.',
    'Lørdag har vi åpent 10–15. Mandag–fredag er det 9–17.',
    'Vi har åpent mandag til fredag kl. 09.00–17.00 og lørdag kl. 10–15.',
    'Du nevner lørdag kl. 12, og tidspunktet må en selger bekrefte.',
    'Du når oss på 55 12 34 56 eller post@fjordbil.no.',
    'Adressen er Storgata 1, 5003 Bergen. Se https://fjordbil.no/biler/volvo-xc60-2022',
    'Vi gir ikke rabatt her, men en selger kan ta den praten med deg.',
    'Rabatt kan jeg ikke gi deg.',
    'Jeg kan ikke garantere noe om prisen.',
    'Jeg kan dessverre ikke reservere bilen.',
    'En uforpliktende prat med en selger er alltid mulig.',
    'Spørsmål om garanti kan en selger svare på.',
    'Det er banken som gjør kredittvurderingen.',
    'En selger hos Fjord Bil ser også henvendelsen din.',
    'Vi holder til i Storgata 1, og søndag holder vi stengt.',
    'Hengerfeste og panoramatak står på utstyrslisten.',
    'Er Volvo XC60 fortsatt aktuell for deg?',
  ])('nb: %s', (sentence) => {
    expect(claimsGate(nb(sentence), facts, 'nb').violations).toEqual([]);
  });

  it.each([
    'The Volvo XC60 is still available at 489,000 kr and has done 41,000 km.',
    'The ID.4 has been sold, but the Skoda Enyaq is for sale at 369 000 kr.',
    "I can't offer a discount, but a salesperson can have that talk with you.",
    'We are open Monday–Friday 9:00–17:00 and on Saturday 10am–3pm.',
    'The bank does the credit check, so I cannot say whether a loan is approved.',
    'A salesperson at Fjord Bil sees your enquiry too.',
    "I don't know whether it is still under warranty, but a salesperson can answer that.",
  ])('en: %s', (sentence) => {
    expect(claimsGate(en(sentence), facts, 'en').violations).toEqual([]);
  });
});

describe('stops numbers that nothing backs', () => {
  it.each([
    'Volvo XC60 koster 479 000 kr.',
    'Den koster 489 500 kr.',
    'Volvo XC60 koster 369 000 kr.',
    'Skoda Enyaq koster 489 000 kr.',
    'Du kan få den for 450 000 kr.',
    'Budsjettet ditt på 450 000 kr er greit, så du får den for 450 000 kr.',
    'Den har gått 39 000 km.',
    'Den har gått 120 000 km.',
    'Volvo XC60 er en 2021-modell.',
    'Det blir 4 990 kr i måneden.',
    'Renten er fra 5,9 %.',
    'Du trenger 20 prosent egenkapital.',
    'Den har 12 måneder igjen på avtalen.',
    'Motoren gir 340 hk.',
    'Den har rekkevidde på 500 km.',
    'Lørdag har vi åpent 10–18.',
    'Søndag har vi åpent 12–16.',
    'Mandag–lørdag har vi åpent 9–17.',
    'Vi åpner kl. 8.',
    'Den kan hentes 24. desember.',
    'Den koster 489k, men akkurat nå 450k.',
    'Den koster fire hundre og femti tusen kroner.',
    'Vi har 14 biler som ligner.',
    'Den koster kr 1.',
    'Innbyttet ditt er verdt 90 000 kr.',
  ])('%s', (sentence) => {
    expect(kinds(nb(sentence))).not.toEqual([]);
  });
});

describe('stops cars that are not there, and statuses that are not so', () => {
  it.each<[string, ViolationKind]>([
    ['Vi har også en BMW iX3 til salgs.', 'vehicle'],
    ['Ja, Porsche Taycan er til salgs.', 'vehicle'],
    ['Volvo XC90 er til salgs.', 'vehicle'],
    ['Vi har en fin Passat stående.', 'vehicle'],
    ['Volkswagen ID.4 er fortsatt ledig.', 'status'],
    ['ID.4 er til salgs for 319 000 kr.', 'status'],
    ['Vi kan også by på Volkswagen ID.4 til 319 000 kr.', 'status'],
    ['Tesla Model Y er tilgjengelig.', 'status'],
    ['Volvo XC60 er dessverre solgt.', 'status'],
    ['Volvo XC60 er reservert.', 'status'],
  ])('%s', (sentence, kind) => {
    expect(kinds(nb(sentence))).toContain(kind);
  });

  it('follows a pronoun to the car it stands for', () => {
    expect(kinds(nb('Den er fortsatt til salgs.'), 'nb', { vehicle: soldIdFour })).toContain('status');
    expect(kinds(nb('Volkswagen ID.4 er ikke den rimeligste. Den er ledig.'))).toContain('status');
  });
});

describe('stops properties that the facts do not hold', () => {
  it.each([
    'Den har varmepumpe og skinnseter.',
    'Volvo XC60 er helelektrisk og elektrisk.',
    'Volvo XC60 er hvit.',
    'Den er en diesel.',
    'Skoda Enyaq har panoramatak.',
    'Volvo XC60 T8 er til salgs.',
    'Den er nyservet og EU-godkjent.',
    'Den er i god stand, med en eier.',
    'Vinterdekk medfølger.',
    'Vi leverer den gratis hjem til deg.',
  ])('%s', (sentence) => {
    expect(kinds(nb(sentence))).not.toEqual([]);
  });

  it.each([
    'Den er grå, har ladbar hybrid-drivlinje og hengerfeste.',
    'Volvo XC60 T6 er en ladbar hybrid.',
    'Skoda Enyaq er elektrisk.',
    'Varmepumpe står ikke på utstyrslisten, så det bør en selger bekrefte.',
    'Om den har varmepumpe, kan en selger svare på.',
    'Dieselen din vurderer en selger.',
  ])('but not: %s', (sentence) => {
    expect(claimsGate(nb(sentence), facts, 'nb').violations).toEqual([]);
  });
});

describe('stops appointments and days that are not so', () => {
  it.each([
    'Velkommen lørdag kl. 12.',
    'Jeg har notert at du kommer lørdag.',
    'Vi har åpent på søndag.',
    'Vi har stengt på lørdag.',
    'I morgen har vi åpent 9–17.',
  ])('%s', (sentence) => {
    expect(kinds(nb(sentence))).not.toEqual([]);
  });

  it.each(['I dag har vi åpent 9–17.', 'I morgen har vi åpent 10–15.', 'Vi har åpent på lørdag, men ikke på søndag.'])(
    'but not: %s',
    (sentence) => {
      expect(claimsGate(nb(sentence), facts, 'nb').violations).toEqual([]);
    },
  );
});

it('stops ids of the system', () => {
  expect(kinds(nb('Bilen er veh_volvo i systemet.'))).toContain('leak');
});

describe('stops foreign links, addresses and numbers', () => {
  it.each([
    'Se https://fjordbil.no.evil.example/biler',
    'Se www.billån-nå.no for mer.',
    'Les mer på bit.ly/2x eller på evil.com/a.',
    'Send det til selger@gmail.com i stedet.',
    'Ring oss på 90 12 34 56.',
    'Ring +47 901 23 456.',
  ])('%s', (sentence) => {
    expect(kinds(nb(sentence))).toContain('link');
  });
});

describe('stops what no customer should see', () => {
  it.each([
    'Hei [navn], bilen er fin.',
    'Kjære {{customer}}, bilen er fin.',
    'Som en AI-språkmodell kan jeg ikke svare.',
    'Prisen er undefined.',
    '**Volvo** er fin.',
    '<b>Volvo</b> er fin.',
  ])('%s', (sentence) => {
    expect(kinds(nb(sentence))).toContain('placeholder');
  });

  it('stops a reply that is too short or too long for its channel', () => {
    expect(kinds('Ja.')).toContain('length');
    expect(kinds(nb('Bilen er fin. '.repeat(200)))).toContain('length');
    expect(kinds(nb('Bilen er veldig fin, og den er ren. '.repeat(10)), 'nb', { channel: 'sms' })).toContain('length');
  });

  it('stops another language than the one asked for', () => {
    expect(kinds(en('The Volvo XC60 is still available and you are welcome to try it.'))).toContain('language');
    expect(kinds(nb('Volvo XC60 er fortsatt til salgs, og du kan gjerne komme innom.'), 'en')).toContain('language');
    expect(kinds('Hej Kari, bilen är fortfarande kvar och du är välkommen att provköra den hos oss.')).toContain(
      'language',
    );
  });
});

describe('the ledger of claims', () => {
  it('names the source of every fact', () => {
    const text = nb(
      'Volvo XC60 T6 AWD Inscription 2022 er til salgs for 489 000 kr og har gått 41 000 km. Lørdag har vi åpent 10–15, og du når oss på 55 12 34 56. Du nevner et budsjett på 450 000 kr.',
    );
    expect(claimsGate(text, facts, 'nb').claims).toEqual(
      expect.arrayContaining([
        { claim: '489 000 kr', source: 'vehicle', sourceId: 'veh_volvo' },
        { claim: '41 000 km', source: 'vehicle', sourceId: 'veh_volvo' },
        { claim: 'Volvo XC60 T6 AWD Inscription 2022: for sale', source: 'vehicle', sourceId: 'veh_volvo' },
        { claim: '10–15', source: 'dealership', sourceId: 'deal_fjord' },
        { claim: '55 12 34 56', source: 'dealership', sourceId: 'deal_fjord' },
        { claim: '450 000 kr', source: 'customer', sourceId: null },
      ]),
    );
  });
});

describe('a text that a salesperson sends as their own', () => {
  it.each<[Language, string]>([
    ['nb', 'Vi selger Volvo XC60 2022 for 489 000 kr.'],
    ['nb', 'Volvo XC60 2022 selger vi for 489 000 kr.'],
    ['da', 'Vi sælger Volvo XC60 2022 for 489 000 kr.'],
  ])('may speak of selling in %s: %s', (language, sentence) => {
    expect(kinds(nb(sentence), language, { writer: 'person' })).not.toContain('promise');
  });

  it.each<[Language, string]>([
    ['nb', 'Det kan en selger svare på.'],
    ['nb', 'Det svarer selgeren på.'],
    ['nb', 'Det kan våre selgere svare på.'],
    ['nb', 'En selger hos Fjord Bil ser også henvendelsen din.'],
    ['nb', 'Selger bekrefter tidspunktet.'],
    ['nb', 'Det tar du med selger.'],
    ['sv', 'Det kan en säljare svara på.'],
    ['da', 'Det kan en sælger svare på.'],
    ['da', 'Det svarer sælgeren på.'],
  ])('leaves nothing to a salesperson in %s: %s', (language, sentence) => {
    expect(kinds(nb(sentence), language)).not.toContain('promise');
    expect(kinds(nb(sentence), language, { writer: 'person' })).toContain('promise');
  });

  it('is not asked to leave it to a salesperson where it is refused', () => {
    const refused = 'Den har varmepumpe. Du kan få den for litt mindre. Vi sees lørdag kl. 12, det er avtalt.';
    const { violations } = claimsGate(nb(refused), { ...facts, writer: 'person' }, 'nb');
    expect(violations.map(({ code }) => code)).toContain('feature_unknown');
    expect(violations.map(({ problem }) => problem).join(' ')).not.toMatch(/salesperson/);
  });
});
