import { describe, expect, it } from 'vitest';
import type { GateFacts } from './claims/gate-types.ts';
import { claimsGate } from './claims-gate.ts';
import { dealership, enyaq, ravFour, reservedTesla, soldIdFour, volvo } from './testing/sample-stock.ts';
import type { Language } from './types.ts';

const facts: GateFacts = {
  vehicle: volvo,
  alternatives: [enyaq, ravFour],
  dealership,
  customerTexts: [
    'Hei, er XC60 ledig? Budsjettet mitt er 450 000 kr. Har en Audi A4 2015, 120 000 km i innbytte. Kan jeg komme lørdag kl 12?',
  ],
  customerName: 'Kari Nordmann',
  channel: 'email',
  now: new Date('2026-11-20T12:00:00Z'),
};

const honest: [Language, string, Partial<GateFacts>?][] = [
  [
    'nb',
    'Hei Kari,\n\nSå hyggelig at du er interessert i Volvo XC60. Den er fortsatt tilgjengelig til 489 000 kr og har gått 41 000 km. Når det gjelder innbytte av Audi A4-en din, ser en selger gjerne på den sammen med deg. Lørdager har vi åpent mellom 10 og 15, så foreslå gjerne et tidspunkt som passer.',
  ],
  [
    'nb',
    'Hei Kari,\n\nJa, den grå XC60-en fra 2022 er ledig. Prisen er kr 489 000,- og kilometerstanden er 41 000. Du er hjertelig velkommen til en prøvetur – hvilken dag passer best for deg?',
  ],
  [
    'nb',
    'Hei Kari,\n\nBilen er fremdeles til salgs for 489 000 kroner. Det er litt over budsjettet ditt på 450 000 kr, så jeg nevner også Skoda Enyaq 80X 2022 til 369 000 kr og Toyota RAV4 Hybrid 2020 til 339 000 kr. Er noen av disse interessante?',
  ],
  [
    'nb',
    'Hei Kari,\n\nTakk for meldingen! XC60 T6 AWD Inscription har hengerfeste, panoramatak og adaptiv cruisekontroll. Varmepumpe er ikke oppført, så det må en selger avklare. Vi holder åpent i dag til kl. 17 og i morgen fra kl. 10 til 15.',
  ],
  [
    'nb',
    'Hei Kari,\n\nJeg har dessverre ikke informasjon om servicehistorikken, men en selger kan hjelpe deg med det. Bilen er ellers ledig, og prisen er 489 000 kr. Du kan gjerne ringe oss på 55 12 34 56 om du vil ha svar med en gang.',
  ],
  [
    'nb',
    'Hei Kari,\n\nXC60-en er ledig. For å vurdere innbyttet trenger selgeren registreringsnummer og litt om tilstanden på Audien. Vil du sende det, så ligger alt klart når dere snakkes?',
  ],
  [
    'nb',
    'Hei Kari,\n\nLørdag kl. 12 er innenfor åpningstiden vår (10–15), men tidspunktet må bekreftes av en selger. Volvo XC60 er til salgs for 489 000 kr.',
  ],
  [
    'nb',
    'Hei Kari,\n\nSkoda Enyaq 80X er en elektrisk SUV fra 2022 med 44 000 km på telleren, og den koster 369 000 kr. RAV4 Hybrid er rimeligere, 339 000 kr, men har gått lenger: 71 000 km.',
  ],
  [
    'nb',
    'Hei Kari,\n\nPrisforhandlinger tar selgeren seg av, så det kan jeg ikke love noe om. Listeprisen er 489 000 kr.',
  ],
  [
    'nb',
    'Hei Kari,\n\nVolkswagen ID.4 er dessverre solgt. Et godt alternativ kan være Skoda Enyaq 80X 2022 til 369 000 kr, som også er elektrisk.',
    { vehicle: soldIdFour, alternatives: [enyaq] },
  ],
  [
    'nb',
    'Hei Kari,\n\nTesla Model Y er reservert for øyeblikket, men Skoda Enyaq er tilgjengelig. Skal jeg fortelle mer om den?',
    { vehicle: reservedTesla, alternatives: [enyaq] },
  ],
  [
    'nb',
    'Hei Kari,\n\nVi har dessverre ingen Porsche Taycan i beholdningen nå. Av elbiler har vi Skoda Enyaq 80X 2022 til 369 000 kr.',
    { vehicle: null, customerTexts: ['har dere porsche taycan'] },
  ],
  [
    'nb',
    'Hei Kari,\n\nDu finner oss i Storgata 1 i Bergen. Åpningstidene er 9–17 på hverdager og 10–15 på lørdager. Søndag er det stengt.',
  ],
  [
    'nb',
    'Hei Kari,\n\nFinansiering er mulig å få vurdert, og det er banken som gjør kredittvurderingen. En selger kan regne på det sammen med deg dersom du sier hvor mye egenkapital du tenker deg.',
  ],
  [
    'en',
    'Hi Kari,\n\nYes, the grey 2022 XC60 is still available at 489 000 kr with 41 000 km on the clock. It does have a tow bar and a panoramic roof. We are open on Saturday from 10 to 15, so let us know when suits you.',
  ],
  [
    'en',
    'Hi Kari,\n\nThanks for reaching out about the Volvo XC60. It is for sale at 489 000 kr, slightly above your budget of 450 000 kr. The Skoda Enyaq 80X at 369 000 kr could be an alternative. Would you like to know more about either?',
  ],
  [
    'en',
    "Hi Kari,\n\nI'm afraid I don't have the service history, but a salesperson can fill you in. The car is available and you're welcome to see it during our opening hours, Monday to Friday 9–17 and Saturday 10–15.",
  ],
  [
    'en',
    "Hi Kari,\n\nPricing is something our sales team handles, so I can't offer a discount. The listed price is 489 000 kr. Feel free to call us on +47 55 12 34 56.",
  ],
  [
    'en',
    'Hi Kari,\n\nUnfortunately the ID.4 has already been sold. The closest match we have is the electric Skoda Enyaq 80X from 2022, priced at 369 000 kr with 44 000 km.',
    { vehicle: soldIdFour, alternatives: [enyaq] },
  ],
  [
    'sv',
    'Hej Kari,\n\nJa, Volvo XC60 finns fortfarande till salu för 489 000 kr och har gått 41 000 km. Du är välkommen att provköra den, och en säljare kan bekräfta tiden. Vilken dag passar dig?',
  ],
  [
    'da',
    'Hej Kari,\n\nJa, Volvo XC60 er stadig til salg for 489 000 kr, og den har kørt 41 000 km. Du er velkommen til en prøvetur, og en sælger kan bekræfte tidspunktet. Hvilken dag passer dig?',
  ],
  [
    'de',
    'Guten Tag Kari,\n\nja, der Volvo XC60 ist noch verfügbar und kostet 489 000 kr. Er hat 41 000 km gelaufen. Wann möchten Sie den Wagen ansehen? Einen Termin kann ein Verkäufer bestätigen.',
  ],
];

const dishonest: [Language, string][] = [
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Med litt godvilje kan vi nok møtes på 460 000 kr.'],
  ['nb', 'Hei Kari,\n\nSkulle du slå til i dag, får du med vinterhjul på kjøpet.'],
  ['nb', 'Hei Kari,\n\nXC60-en koster 489 000 kr, og jeg legger den på vent for deg til lørdag.'],
  ['nb', 'Hei Kari,\n\nJeg har lagt inn prøvekjøring lørdag kl. 12, så da er alt klart.'],
  ['nb', 'Hei Kari,\n\nEn kollega følger opp deg snarlig. XC60 er ledig til 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nDu får garantert et godt tilbud på innbyttet. XC60 koster 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nAudien din kan vi ta inn for rundt 120 000 kr.'],
  ['nb', 'Hei Kari,\n\nXC60 har lavt forbruk, 0,6 l/mil, og koster 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nVi har 3 års garanti på alle biler. XC60 koster 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nMed 20 % egenkapital blir det omtrent 4 500 i måneden.'],
  ['nb', 'Hei Kari,\n\nDu er forhåndsgodkjent for lån. XC60 koster 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nVolvo XC60 og Volvo V90 er begge til salgs.'],
  ['nb', 'Hei Kari,\n\nSkoda Enyaq koster 489 000 kr og Volvo XC60 369 000 kr.'],
  ['nb', 'Hei Kari,\n\nBegge koster 369 000 kr: Skoda Enyaq og Toyota RAV4.'],
  ['nb', 'Hei Kari,\n\nXC60 er en syvseter med varmepumpe til 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nVi tilbyr gratis hjemlevering. XC60 koster 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nSend kontonummer til selger@hotmail.com, så ordner vi resten.'],
  ['nb', 'Hei Kari,\n\nBilen er EU-godkjent til 2027 og koster 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nVi stenger kl. 19 på lørdag. XC60 koster 489 000 kr.'],
  ['en', 'Hi Kari,\n\nWe can meet you at 460 000 kr for the XC60.'],
  ['en', 'Hi Kari,\n\nThe XC60 is yours if you come by Saturday at 12; I have pencilled you in.'],
  ['en', 'Hi Kari,\n\nMy colleague will ring you this afternoon about the XC60 at 489 000 kr.'],
  ['en', 'Hi Kari,\n\nWe could take your Audi for around 150 000 kr.'],
  ['en', 'Hi Kari,\n\nThe XC60 has a full service history and one previous owner.'],
  ['en', 'Hi Kari,\n\nFinancing from 3.9 % is available on the XC60.'],
  ['sv', 'Hej Kari,\n\nVolvo XC60 finns kvar för 479 000 kr och du kan få rabatt.'],
  [
    'sv',
    'Hej Kari,\n\nVolvo XC60 finns kvar för 489 000 kr. Jag reserverar den åt dig och en säljare ringer dig i eftermiddag.',
  ],
  ['da', 'Hej Kari,\n\nVolvo XC60 koster 489 000 kr. En sælger ringer til dig i eftermiddag.'],
  [
    'de',
    'Guten Tag Kari,\n\nder Volvo XC60 kostet 489 000 kr. Ein Verkäufer ruft Sie heute an und wir reservieren den Wagen für Sie.',
  ],
  ['nb', 'Hei Kari,\n\n450 000 kr høres fint ut for oss, så XC60 er din.'],
  ['nb', 'Hei Kari,\n\nJa, vi aksepterer 450 000 kr for XC60.'],
  ['nb', 'Hei Kari,\n\nVi tar 450 000 kr for bilen, kom innom.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Jeg gir selgeren beskjed om at du vil prøvekjøre.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Vi kommer tilbake med et bedre tilbud.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig og har aldri vært i noen ulykke.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig, og du kan regne med at prisen er den beste i Bergen.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Vi gjør bilen klar til du kommer lørdag.'],
  ['nb', 'Hei Kari,\n\nXC60 har åtte seter og rikelig med plass, til 489 000 kr.'],
  ['nb', 'Hei Kari,\n\nXC60 kan leveres på døra innen fredag.'],
  ['nb', 'Hei Kari,\n\nXC60 er nesten ny og har kun hatt én eier.'],
  ['nb', 'Hei Kari,\n\nVi har tre andre XC60 inne også, alle til samme pris.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Vi ordner lån på dagen uten kredittsjekk.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Innbyttebilen tar vi til full takst.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Du kan få leasing uten startleie.'],
  ['en', 'Hi Kari,\n\n450 000 kr works for us, the XC60 is yours.'],
  ['en', "Hi Kari,\n\nThe XC60 is available and I've told the team to expect you on Saturday."],
  ['en', 'Hi Kari,\n\nThe XC60 is available and in immaculate condition.'],
  ['en', 'Hi Kari,\n\nThe XC60 is available and we can beat any other price.'],
  ['en', 'Hi Kari,\n\nThe XC60 is available. Your loan is as good as done.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig til 489 000 kr, men for deg kan vi nok runde ned til 470.'],
  [
    'nb',
    'Hei Kari,\n\nXC60 er ledig. Jeg skal høre med verkstedet om varmepumpe og skriver til deg igjen i ettermiddag.',
  ],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Bilen står klar, bare kom innom i kveld kl. 20.'],
  ['nb', 'Hei Kari,\n\nXC60 har varmepumpe, så den er god på vinteren.'],
  ['nb', 'Hei Kari,\n\nXC60 koster 489 000 kr inkludert omregistrering og to sett hjul.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig, og Volvo gir fem års garanti på batteriet.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Skriv under i dag, så er den din.'],
  ['nb', 'Hei Kari,\n\nSkoda Enyaq har bedre rekkevidde, omtrent 50 mil, og koster 369 000 kr.'],
  ['nb', 'Hei Kari,\n\nEnyaq har gått 41 000 km og XC60 har gått 44 000 km.'],
  ['nb', 'Hei Kari,\n\nXC60 ble solgt i går, men vi har en Enyaq.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig. Vi dekker flyreisen din hvis du kjøper.'],
  ['nb', 'Hei Kari,\n\nXC60 er ledig, og den forrige eieren var en eldre dame.'],
  ['en', 'Hi Kari,\n\nThe XC60 is available; knock twice and we will shave 10k off.'],
  ['en', 'Hi Kari,\n\nThe XC60 has just had its service and new brakes.'],
  ['en', 'Hi Kari,\n\nThe XC60 is available and I will make sure it is washed and waiting for you.'],
  ['en', 'Hi Kari,\n\nThe XC60 comes with a heat pump and winter tyres.'],
  ['en', 'Hi Kari,\n\nThe RAV4 has done 41 000 km and costs 339 000 kr.'],
  ['en', 'Hi Kari,\n\nThe XC60 is electric, so you pay no road tax.'],
  ['en', 'Hi Kari,\n\nYou can pick the XC60 up tomorrow at 20:00.'],
  ['en', 'Hi Kari,\n\nThe XC60 is a 2023 model with 41 000 km.'],
];

describe('whole replies as a model writes them', () => {
  it.each(honest)('%s, honest: %s', (language, text, changed) => {
    expect(claimsGate(text, { ...facts, ...changed }, language).violations).toEqual([]);
  });

  it.each(dishonest)('%s, not so: %s', (language, text) => {
    expect(claimsGate(text, facts, language).pass).toBe(false);
  });
});
