import { describe, expect, it } from 'vitest';
import type { GateFacts, ViolationKind } from './claims/gate-types.ts';
import { claimsGate } from './claims-gate.ts';
import { dealership, enyaq, ravFour, reservedTesla, soldIdFour, volvo } from './testing/sample-stock.ts';
import type { Language } from './types.ts';

const facts: GateFacts = {
  vehicle: volvo,
  alternatives: [enyaq, ravFour, soldIdFour, reservedTesla],
  dealership,
  customerTexts: ['Budget 450 000 kr. Audi A4 2015, 120 000 km. Kl. 12?'],
  customerName: 'Kari Nordmann',
  channel: 'email',
  now: new Date('2026-11-20T12:00:00Z'),
};
const openings: Readonly<Record<'sv' | 'da' | 'de', string>> = {
  sv: 'Hej Kari,\n\nTack för att du hörde av dig till oss.',
  da: 'Hej Kari,\n\nTak for din henvendelse til os.',
  de: 'Guten Tag Kari Nordmann,\n\nvielen Dank für Ihre Nachricht an uns.',
};

function kinds(language: 'sv' | 'da' | 'de', sentence: string): ViolationKind[] {
  const { violations } = claimsGate(`${openings[language]} ${sentence}`, facts, language satisfies Language);
  return [...new Set(violations.map(({ kind }) => kind))];
}

describe('what is so, in the languages of the neighbours', () => {
  it.each([
    ['sv', 'Volvo XC60 är fortfarande till salu för 489 000 kr och har gått 4 100 mil.'],
    ['sv', 'Volkswagen ID.4 är tyvärr såld, men Skoda Enyaq kostar 369 000 kronor.'],
    ['sv', 'Dragkrok och panoramatak finns på utrustningslistan.'],
    ['sv', 'På lördag har vi öppet 10–15, och på söndag har vi stängt.'],
    ['sv', 'Färgen är grå, och bilen är en laddhybrid.'],
    ['sv', 'Du nämner en budget på 450 000 kr, och Skoda Enyaq kostar 369 000 kr.'],
    ['da', 'Volvo XC60 er stadig til salg for 489.000 kr. og har kørt 41.000 km.'],
    ['da', 'Tesla Model Y er reserveret lige nu.'],
    ['da', 'Anhængertræk står på udstyrslisten, og søndag holder vi lukket.'],
    ['da', 'Mandag til fredag har vi åbent kl. 9–17.'],
    ['da', 'Varmepumpe har jeg ingen oplysninger om, men det kan en sælger svare på.'],
    ['de', 'Der Volvo XC60 steht für 489.000 kr zum Verkauf und ist 41.000 km gelaufen.'],
    ['de', 'Am Samstag haben wir von 10 bis 15 Uhr geöffnet.'],
    ['de', 'Der Volkswagen ID.4 ist leider schon verkauft.'],
    ['de', 'Eine Anhängerkupplung steht auf der Ausstattungsliste.'],
    ['de', 'Als Farbe ist Grau angegeben.'],
    ['de', 'Einen Porsche Taycan finde ich derzeit nicht in unserem Bestand.'],
  ] as const)('%s: %s', (language, sentence) => {
    expect(kinds(language, sentence)).toEqual([]);
  });
});

describe('what is not so, in the languages of the neighbours', () => {
  it.each([
    ['sv', 'Volvo XC60 kostar 479 000 kronor.', 'number'],
    ['sv', 'Bilen har gått 3 900 mil.', 'number'],
    ['sv', 'Bilen kostar fyrahundra tusen kronor.', 'number'],
    ['sv', 'Räntan är 4,9 procent.', 'number'],
    ['sv', 'Volkswagen ID.4 är till salu.', 'status'],
    ['sv', 'Tesla Model Y finns kvar.', 'status'],
    ['sv', 'Bilen har värmepump.', 'feature'],
    ['sv', 'Bilen är röd.', 'feature'],
    ['sv', 'Vi har en Audi Q5 till dig.', 'vehicle'],
    ['sv', 'På söndag har vi öppet.', 'number'],
    ['sv', 'Vi har sju bilar inne.', 'number'],
    ['sv', 'Batteriet har 5 års livslängd.', 'number'],
    ['da', 'Volvo XC60 koster 499.000 kr.', 'number'],
    ['da', 'Den har kørt 39.000 km.', 'number'],
    ['da', 'Levering tager 3 uger.', 'number'],
    ['da', 'Tesla Model Y er til salg.', 'status'],
    ['da', 'Skoda Enyaq er solgt.', 'status'],
    ['da', 'Bilen har sædevarme.', 'feature'],
    ['da', 'Bilen er en diesel.', 'feature'],
    ['da', 'Søndag har vi åbent.', 'number'],
    ['da', 'Vi åbner klokken 7 på mandag.', 'number'],
    ['de', 'Der Volvo XC60 kostet 46.900 Euro.', 'number'],
    ['de', 'Er ist 35.000 km gelaufen.', 'number'],
    ['de', 'Die Lieferung dauert 10 Tage.', 'number'],
    ['de', 'Der Volkswagen ID.4 ist noch verfügbar.', 'status'],
    ['de', 'Der Skoda Enyaq ist verkauft.', 'status'],
    ['de', 'Der Wagen hat eine Sitzheizung.', 'feature'],
    ['de', 'Der Wagen ist schwarz.', 'feature'],
    ['de', 'Am Sonntag haben wir geöffnet.', 'number'],
    ['de', 'Der Motor leistet 204 PS.', 'number'],
    ['de', 'Schreiben Sie an info@andere-firma.de', 'link'],
    ['de', 'Mehr dazu auf https://gutscheine.example/auto', 'link'],
    ['de', 'Lieber [Name], der Wagen steht bereit.', 'placeholder'],
    ['de', 'Als KI kann ich dazu nichts sagen.', 'placeholder'],
    ['sv', 'The car is still available and you can come and see it whenever you would like this week.', 'language'],
    ['da', 'Bilen finns fortfarande kvar hos oss och du kan provköra den när du vill.', 'language'],
  ] as const)('%s: %s', (language, sentence, kind) => {
    expect(kinds(language, sentence)).toContain(kind);
  });

  it('is a text in a language that nobody here can check', () => {
    const french = 'Bonjour, la Volvo XC60 est disponible et nous serions ravis de vous accueillir dans notre garage.';
    expect(claimsGate(french, facts, 'nb').violations.map(({ kind }) => kind)).toContain('language');
  });
});
