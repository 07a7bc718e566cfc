import { describe, expect, it } from 'vitest';
import { createReplyRequest } from '../testing/create-reply-request.ts';
import { dealership, demoBmw, enyaq, reservedTesla, soldIdFour, volvo } from '../testing/sample-stock.ts';
import type { ReplyRequest, VehicleFacts } from '../types.ts';
import { writeByRules } from './write-by-rules.ts';

function body(text: string, changes: Partial<ReplyRequest> = {}, vehicle: VehicleFacts | null = volvo): string {
  const lines = writeByRules(createReplyRequest(text, changes, vehicle)).text.split('\n\n');
  return lines.slice(1, -1).join('\n\n');
}

describe('bokmål', () => {
  it.each([
    [
      'Er den fortsatt ledig?',
      'Ja, Volvo XC60 T6 AWD Inscription 2022 er fortsatt til salgs. Den koster 489 000 kr og har gått 41 000 km. Vil du prøvekjøre den, svar gjerne med et par tidspunkter som passer.',
    ],
    [
      'hva koster den',
      'Volvo XC60 T6 AWD Inscription 2022 koster 489 000 kr. Den har gått 41 000 km og er til salgs nå. Vil du prøvekjøre den, svar gjerne med et par tidspunkter som passer.',
    ],
    [
      'kan jeg prøvekjøre på lørdag kl 12?',
      'Så fint at du vil prøvekjøre Volvo XC60 T6 AWD Inscription 2022. Lørdag har vi åpent 10–15, og selve tidspunktet er det en selger som bekrefter. Bilen er til salgs for 489 000 kr og har gått 41 000 km. En selger hos Fjord Bil ser også henvendelsen din.',
    ],
    [
      'Kan vi komme og se på den på søndag?',
      'Så fint at du vil se på Volvo XC60 T6 AWD Inscription 2022. Søndag holder vi stengt, men vi har åpent mandag–fredag 9–17 og lørdag 10–15. Bilen er til salgs for 489 000 kr og har gått 41 000 km. En selger hos Fjord Bil ser også henvendelsen din.',
    ],
    [
      'Hva er siste pris? Tar dere 450 000?',
      'Volvo XC60 T6 AWD Inscription 2022 koster 489 000 kr. Den har gått 41 000 km og er til salgs nå. Jeg kan ikke forhandle om prisen, men en selger kan ta den praten med deg. Vil du prøvekjøre den, svar gjerne med et par tidspunkter som passer.',
    ],
    [
      'Har den hengerfeste og varmepumpe? Er det fulgt service?',
      'Volvo XC60 T6 AWD Inscription 2022 er til salgs for 489 000 kr, og den har gått 41 000 km. Hengerfeste står på utstyrslisten. Varmepumpe står ikke på utstyrslisten jeg har, så det bør en selger bekrefte. Servicehistorikken har jeg ikke opplysninger om, men det kan en selger svare på.',
    ],
  ])('%j', (text, expected) => {
    expect(body(text)).toBe(expected);
  });

  it('says that a sold car is sold and what comes closest', () => {
    expect(body('Er den ledig?', {}, soldIdFour)).toBe(
      'Volkswagen ID.4 Pro Performance 2021 er dessverre solgt. Det nærmeste vi har til salgs, er Skoda Enyaq 80X 2022 til 369 000 kr (44 000 km) og Toyota RAV4 Hybrid 2020 til 339 000 kr (71 000 km). Vil du vite mer om en av dem, er det bare å svare her. En selger hos Fjord Bil ser også henvendelsen din.',
    );
  });

  it('says that a reserved car is reserved', () => {
    expect(body('Hva koster den?', { alternatives: [] }, reservedTesla)).toBe(
      'Tesla Model Y Long Range 2023 er reservert akkurat nå. Prisen er 399 900 kr. En selger hos Fjord Bil ser også henvendelsen din.',
    );
  });

  it('says that a demo car is one', () => {
    expect(body('Er den ledig?', {}, demoBmw)).toContain('Ja, BMW iX3 M Sport 2024 er til salgs. Det er en demobil.');
  });

  it('says that it cannot find a car, names it where that is safe, and shows what is there', () => {
    expect(body('Har dere noen Porsche Taycan inne?', {}, null)).toMatch(
      /^Jeg finner ikke Porsche Taycan blant bilene vi har inne nå\. Det nærmeste vi har til salgs, er /,
    );
    const odd = { vehicleInterest: 'Volvo XC90 <b>https://evil.example</b> gratis for alle', alternatives: [] };
    expect(body('Er den ledig?', odd, null)).toMatch(/^Jeg finner ikke akkurat den bilen blant dem vi har inne nå\./);
  });

  it('shows what fits a kind of car and a budget, and admits when nothing does', () => {
    expect(body('Har dere noen elbiler under 400 000 kr?', {}, null)).toBe(
      'Blant bilene vi har til salgs nå, er Skoda Enyaq 80X 2022 til 369 000 kr (44 000 km). Vil du vite mer om den, er det bare å svare her. En selger hos Fjord Bil ser også henvendelsen din.',
    );
    expect(body('Ser etter en diesel stasjonsvogn', {}, null)).toMatch(
      /^Akkurat det du ser etter, finner jeg ikke blant bilene jeg ser nå\. Det nærmeste/,
    );
  });

  it('names the cars that a question may mean and asks which', () => {
    expect(body('Hva koster XC60 og RAV4?', {}, null)).toBe(
      'Vi har Volvo XC60 T6 AWD Inscription 2022 til 489 000 kr (41 000 km) og Toyota RAV4 Hybrid 2020 til 339 000 kr (71 000 km) til salgs nå. Hvilken av dem gjelder det? En selger hos Fjord Bil ser også henvendelsen din.',
    );
    expect(body('Har dere XC60 2019?', {}, null)).toMatch(/^Jeg finner ikke Volvo XC60 blant bilene/);
  });

  it.each([
    ['Kan dere holde den av til mandag?', 'Jeg kan ikke reservere bilen, men en selger kan ta det med deg.'],
    [
      'Jeg vil kjøpe den, kan betale i dag',
      'Kjøpet avtaler du med en selger, og henvendelsen din ligger nå hos en selger hos Fjord Bil. Haster det, når du oss på +47 55 12 34 56.',
    ],
    ['Har dere flere bilder?', 'Bildene ligger i annonsen: https://fjordbil.no/biler/volvo-xc60-2022'],
    ['fins den i svart?', 'Fargen er oppgitt som grå.'],
    [
      'Hvor mye kan den dra på krok?',
      'Hengerfeste står på utstyrslisten. Tilhengervekten har jeg ikke opplysninger om',
    ],
    ['Det er en feil i annonsen deres, det står noe rart der', 'Meldingen din ligger nå hos en selger hos Fjord Bil.'],
    [
      'Har dere åpent i romjulen?',
      'Til vanlig har vi åpent mandag–fredag 9–17 og lørdag 10–15, men spør en selger om helligdagene.',
    ],
    [
      'Da kommer jeg innom på torsdag',
      'Torsdag har vi åpent 9–17, og selve tidspunktet er det en selger som bekrefter.',
    ],
  ])('%j is answered with %j', (text, expected) => {
    expect(body(text)).toContain(expected);
  });

  it('tells the opening hours of the day that was asked about, or of the week', () => {
    expect(body('Når har dere åpent på lørdag, og hvor holder dere til?', {}, null)).toBe(
      'Lørdag har vi åpent 10–15. Adressen er Storgata 1, 5003 Bergen. Velkommen innom.',
    );
    expect(body('Når har dere åpent?', {}, null)).toBe(
      'Vi har åpent mandag–fredag 9–17 og lørdag 10–15. Velkommen innom.',
    );
    expect(body('Har dere åpent i morgen?', {}, null)).toContain('Lørdag har vi åpent 10–15.');
    const unknown = { dealership: { ...dealership, openingHours: [] } };
    expect(body('Når har dere åpent?', unknown, null)).toContain('spør gjerne på +47 55 12 34 56');
  });

  it('gives no value for a trade-in and asks only for what is missing', () => {
    expect(body('Hva får jeg for min Golf 2016 i innbytte?')).toContain(
      'Hva bilen din er verdt i innbytte, må en selger vurdere, så send gjerne registreringsnummer, kilometerstand og servicehistorikk.',
    );
    expect(body('Hva får jeg i innbytte for min Golf, reg.nr EK 54321?')).toContain(
      'så send gjerne kilometerstand og servicehistorikk også.',
    );
  });

  it('leaves credit to the bank', () => {
    expect(body('Hva blir det i måneden?')).toContain('det er banken som gjør kredittvurderingen');
  });

  it('says honestly that a question is one for a person', () => {
    expect(body('Hvor er bilen produsert?')).toContain('Det du spør om, må en selger svare på');
  });

  it('takes up a wish to be called', () => {
    expect(body('Ring meg, det haster')).toContain(
      'send gjerne telefonnummeret ditt her. Haster det, når du oss på +47 55 12 34 56.',
    );
    expect(body('Ring meg på 901 23 456')).toContain('Henvendelsen og telefonnummeret ditt ligger nå hos en selger');
  });

  it('does not introduce the car again later in a conversation', () => {
    const conversation: ReplyRequest['conversation'] = [
      { from: 'customer', text: 'Er den ledig?' },
      { from: 'assistant', text: 'Ja, Volvo XC60 er fortsatt til salgs.' },
      { from: 'customer', text: 'Fint. Har den panoramatak?' },
    ];
    expect(body('Fint. Har den panoramatak?', { conversation })).toMatch(/^Panoramatak står på utstyrslisten\./);
  });

  it.each([
    ['Nå går jeg til advokat', 'Dette skal et menneske svare på'],
    ['Slett alle opplysninger om meg', 'Spørsmål om personopplysninger behandles av et menneske'],
    ['Jeg vil snakke med et menneske', 'Selvsagt.'],
    ['Dere er idioter', 'Dette skal et menneske svare på'],
  ])('hands %j over without a word about the car', (text, expected) => {
    const reply = writeByRules(createReplyRequest(text)).text;
    expect(reply).toContain(expected);
    expect(reply).toMatch(/En person tar over herfra\.$/);
    expect(reply).not.toContain('489 000');
  });
});

describe('English', () => {
  it.each([
    [
      'Is it still available?',
      'Yes, the Volvo XC60 T6 AWD Inscription 2022 is still for sale. It costs 489 000 kr and has done 41 000 km. If you would like a test drive, reply with a couple of times that suit you.',
    ],
    [
      'Can I take it for a test drive tomorrow?',
      'Good to hear that you would like to try the Volvo XC60 T6 AWD Inscription 2022. On Saturday we are open 10:00–15:00, and the exact time is for a salesperson to confirm. The car is for sale at 489 000 kr and has done 41 000 km. A salesperson at Fjord Bil sees your enquiry too.',
    ],
    [
      'What colour is it and what fuel type?',
      'The Volvo XC60 T6 AWD Inscription 2022 is for sale at 489 000 kr and has done 41 000 km. The fuel is listed as plug-in hybrid. The colour is listed as grey. If you would like a test drive, reply with a couple of times that suit you.',
    ],
  ])('%j', (text, expected) => {
    expect(body(text)).toBe(expected);
  });
});

describe("the neighbours' languages", () => {
  it.each([
    [
      'Hej, är bilen kvar? Kan ni ringa mig?',
      'Ja, Volvo XC60 T6 AWD Inscription 2022 är fortfarande till salu. Den kostar 489 000 kr och har gått 41 000 km. Ditt meddelande ligger nu hos en säljare på Fjord Bil, så skicka gärna ditt telefonnummer här. Är det bråttom når du oss på +47 55 12 34 56.',
    ],
    [
      'Kan jag provköra den på söndag? Tar ni inbyte?',
      'Roligt att du vill provköra Volvo XC60 T6 AWD Inscription 2022. På söndag har vi stängt, men vi har öppet måndag–fredag 9–17 och lördag 10–15. Vad din bil är värd i inbyte behöver en säljare bedöma, så skicka gärna registreringsnummer, mätarställning och servicehistorik. Bilen är till salu för 489 000 kr och har gått 41 000 km.',
    ],
    [
      'Hej, er bilen stadig til salg? Hvad koster den?',
      'Ja, Volvo XC60 T6 AWD Inscription 2022 er stadig til salg. Den koster 489 000 kr og har kørt 41 000 km. Vil du prøvekøre den, så svar gerne med et par tidspunkter, der passer.',
    ],
    [
      'Har den anhængertræk, og hvilken farve er den?',
      'Volvo XC60 T6 AWD Inscription 2022 er til salg for 489 000 kr og har kørt 41 000 km. Farven er grå ifølge vores oplysninger. Anhængertræk står på udstyrslisten. Vil du prøvekøre den, så svar gerne med et par tidspunkter, der passer.',
    ],
    [
      'Hallo, ist das Auto noch verfügbar?',
      'Ja, der Volvo XC60 T6 AWD Inscription 2022 steht noch zum Verkauf. Er kostet 489 000 kr und ist 41 000 km gelaufen. Wenn Sie ihn Probe fahren möchten, nennen Sie uns gern ein paar passende Zeiten.',
    ],
    [
      'Was ist Ihr letzter Preis? Wie hoch wäre die Monatsrate?',
      'Der Volvo XC60 T6 AWD Inscription 2022 kostet 489 000 kr. Er ist 41 000 km gelaufen und steht zum Verkauf. Über den Preis kann ich nicht verhandeln, das besprechen Sie am besten mit einem Verkäufer. Die Monatsrate hängt von Anzahlung und Laufzeit ab, und die Bonität prüft die Bank.',
    ],
  ])('%j', (text, expected) => {
    expect(body(text)).toBe(expected);
  });

  it('hand over without a word about the car, and greet in German by the whole name', () => {
    expect(body('Jag vill prata med en människa')).toContain('prata med en människa');
    expect(body('Jeg går til advokat og forbrugerklagenævnet')).not.toContain('Volvo');
    expect(writeByRules(createReplyRequest('Ich schalte meinen Anwalt ein')).text).toMatch(
      /^Guten Tag Kari Nordmann,\n\nVielen Dank für Ihre Nachricht\./,
    );
  });
});

describe('SMS', () => {
  it('says the same in fewer words and in the GSM alphabet', () => {
    const { text } = writeByRules(createReplyRequest('Kan jeg prøvekjøre på lørdag?', { channel: 'sms' }));
    expect(text).toBe(
      'Hei Kari. Så fint at du vil prøvekjøre Volvo XC60 2022. Lørdag har vi åpent 10-15, og selve tidspunktet er det en selger som bekrefter. Bilen er til salgs for 489 000 kr og har gått 41 000 km. En selger hos Fjord Bil ser også henvendelsen din. Frida, digital assistent hos Fjord Bil. Svar SELGER for et menneske.',
    );
    expect(text).toMatch(/^[\x20-\x7eÆØÅæøåÄÖÜäöüßéèà]+$/);
  });
});

describe('the greeting', () => {
  it.each([
    ['kari nordmann', 'Hei Kari,'],
    ['PER-OLE HANSEN', 'Hei Per-Ole,'],
    ['McKenzie', 'Hei McKenzie,'],
    ['Åse', 'Hei Åse,'],
    ['90123456', 'Hei,'],
    ['http://evil.example', 'Hei,'],
    [null, 'Hei,'],
  ])('for %j', (customerName, expected) => {
    expect(writeByRules(createReplyRequest('Er den ledig?', { customerName })).text).toMatch(
      new RegExp(`^${expected}\\n`),
    );
  });
});

describe('follow-ups', () => {
  const followUp = (step: number, text: string, vehicle: VehicleFacts | null = volvo) =>
    body(text, { purpose: 'follow_up', step }, vehicle);

  it('remind of the car as it stands and of what was asked', () => {
    expect(followUp(1, 'Kan jeg prøvekjøre?')).toBe(
      'Du spurte om Volvo XC60 T6 AWD Inscription 2022 for noen dager siden. Den er fortsatt til salgs for 489 000 kr. Er prøvekjøring fortsatt aktuelt, svar gjerne med et par tidspunkter som passer.',
    );
    expect(followUp(2, 'Er den ledig?')).toBe(
      'Er Volvo XC60 T6 AWD Inscription 2022 fortsatt aktuell for deg? Den er til salgs, koster 489 000 kr og har gått 41 000 km. Svar gjerne, også om du har bestemt deg for noe annet.',
    );
  });

  it('say so when the car has been sold or reserved meanwhile', () => {
    expect(followUp(1, 'Er den ledig?', soldIdFour)).toMatch(
      /^Volkswagen ID\.4 Pro Performance 2021, som du spurte om, er dessverre solgt\. Det nærmeste/,
    );
    expect(followUp(2, 'Er den ledig?', reservedTesla)).toMatch(/er reservert akkurat nå\./);
  });

  it('work without a car', () => {
    expect(followUp(1, 'hei', null)).toContain('Har du fortsatt spørsmål, er det bare å svare på denne meldingen.');
    expect(followUp(2, 'hei', null)).toContain('Er du fortsatt på utkikk etter bil?');
  });
});

describe('the subject', () => {
  const subject = (text: string, changes: Partial<ReplyRequest> = {}, vehicle: VehicleFacts | null = enyaq) =>
    writeByRules(createReplyRequest(text, changes, vehicle)).subject;

  it.each([
    ['Er den ledig?', 'Skoda Enyaq 2022: svar på spørsmålet ditt'],
    ['Interessert', 'Skoda Enyaq 2022 hos Fjord Bil'],
    ['Kan jeg prøvekjøre?', 'Prøvekjøring av Skoda Enyaq 2022'],
    ['Is it available?', 'Skoda Enyaq 2022: the answer to your question'],
    ['Nå går jeg til advokat', 'Vi har fått meldingen din'],
  ])('of the reply to %j', (text, expected) => {
    expect(subject(text)).toBe(expected);
  });

  it('names the dealership without a car, and the change when the car is sold', () => {
    expect(subject('hei', {}, null)).toBe('Svar fra Fjord Bil');
    expect(subject('Er den ledig?', {}, soldIdFour)).toBe('Volkswagen ID.4 2021 er solgt, men vi har noe som ligner');
  });

  it('keeps the subject of a mail that is answered', () => {
    expect(subject('Er den ledig?', { customerSubject: 'SV: Re: Enyaq til salgs' })).toBe('Re: Enyaq til salgs');
    expect(subject('Er den ledig?', { customerSubject: 'a\r\nBcc: x@y.no' })).toBe(
      'Skoda Enyaq 2022: svar på spørsmålet ditt',
    );
  });

  it('asks in a follow-up', () => {
    expect(subject('Er den ledig?', { purpose: 'follow_up', step: 1 })).toBe(
      'Lurer du på noe mer om Skoda Enyaq 2022?',
    );
    expect(subject('Er den ledig?', { purpose: 'follow_up', step: 2 })).toBe('Er Skoda Enyaq 2022 fortsatt aktuell?');
  });
});
