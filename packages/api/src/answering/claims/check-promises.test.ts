import { describe, expect, it } from 'vitest';
import { checkPromises } from './check-promises.ts';

function isStopped(text: string, known = ''): boolean {
  return checkPromises(text, known).length > 0;
}

describe('what is a promise', () => {
  it.each([
    'Vi gir deg 10 000 i rabatt.',
    'Jeg kan gi deg rabatt.',
    'Prisen kan diskuteres.',
    'Vi kan gå ned i pris for deg.',
    'Du får en god spesialpris.',
    'Jeg har reservert bilen for deg.',
    'Vi holder den av til lørdag.',
    'Jeg setter bilen til side.',
    'Prøvekjøringen er bekreftet.',
    'Du er booket inn, vi ses lørdag.',
    'Lånet ditt er godkjent.',
    'Du får lån hos oss.',
    'Månedsprisen blir lav.',
    'Vi garanterer at bilen er i orden.',
    'Bilen er feilfri og som ny.',
    'Bilen har nybilgaranti.',
    'Jeg sjekker og gir beskjed.',
    'Vi ringer deg i løpet av dagen.',
    'En selger tar kontakt med deg.',
    'Du hører fra oss.',
    'Selgeren kommer tilbake til deg så snart som mulig.',
    'Ikke nøl, vi ringer deg.',
    'Jeg sender deg bilder.',
    'Dette er et bindende tilbud.',
  ])('nb: %s', (sentence) => {
    expect(isStopped(sentence)).toBe(true);
  });

  it.each([
    'We can offer you a discount.',
    'I can lower the price for you.',
    "We'll hold the car for you until Saturday.",
    'Your test drive is confirmed.',
    'See you on Saturday.',
    "You're approved for the loan.",
    'You will qualify.',
    'We guarantee it is faultless.',
    'The car comes with a warranty.',
    "I'll check and get back to you.",
    'A salesperson will call you.',
    'Someone will be in touch shortly.',
    "You'll hear from us.",
    'That is a legally binding offer.',
    'The monthly payment is low.',
  ])('en: %s', (sentence) => {
    expect(isStopped(sentence)).toBe(true);
  });

  it.each([
    'Hej Kari, vi kan ge dig rabatt på bilen.',
    'Vi kan gå ner i pris för dig.',
    'Jag håller bilen åt dig till fredag.',
    'Din provkörning är bokad.',
    'Lånet är beviljat.',
    'Månadskostnaden blir låg.',
    'Vi garanterar att bilen är felfri.',
    'Bilen är i nyskick.',
    'Din bil är värd 80 000 i inbyte.',
    'Vi kontaktar dig.',
    'Säljaren kommer att ringa dig.',
    'Du hör från oss inom kort.',
    'Jag kollar och återkommer till dig.',
    'Bilen är nyservad och vinterhjul ingår.',
    'Erbjudandet är bindande.',
  ])('sv: %s', (sentence) => {
    expect(isStopped(sentence)).toBe(true);
  });

  it.each([
    'Hej Kari, vi kan give dig rabat på bilen.',
    'Vi kan gå ned i pris.',
    'Jeg holder bilen til dig indtil lørdag.',
    'Prøveturen er bekræftet.',
    'Dit lån er godkendt.',
    'Ydelsen bliver lav.',
    'Vi garanterer, at bilen er fejlfri.',
    'Bilen fremstår som ny.',
    'Din bil er 80 000 værd i bytte, giver vi 80 000.',
    'En sælger ringer til dig.',
    'Jeg undersøger det og vender tilbage.',
    'Du får svar hurtigst muligt.',
    'Bilen er nysynet, og vinterhjul medfølger.',
    'Tilbuddet er bindende.',
  ])('da: %s', (sentence) => {
    expect(isStopped(sentence)).toBe(true);
  });

  it.each([
    'Wir geben Ihnen Rabatt auf das Auto.',
    'Beim Preis haben wir noch Spielraum beim Preis.',
    'Wir halten den Wagen für Sie zurück.',
    'Der Wagen ist für Sie reserviert.',
    'Ihre Probefahrt ist bestätigt.',
    'Ihr Kredit ist genehmigt.',
    'Die Monatsrate beträgt wenig.',
    'Wir garantieren, dass es fehlerfrei ist.',
    'Der Wagen ist unfallfrei und scheckheftgepflegt.',
    'Ihr Wagen ist bei uns 8 000 wert, wir zahlen 8 000.',
    'Wir melden uns bei Ihnen.',
    'Ein Verkäufer ruft Sie an.',
    'Ich kläre das für Sie.',
    'Sie hören umgehend von uns.',
    'Das Angebot ist verbindlich.',
  ])('de: %s', (sentence) => {
    expect(isStopped(sentence)).toBe(true);
  });
});

describe('what is none', () => {
  it.each([
    'Vi gir ikke rabatt.',
    'Rabatt kan jeg dessverre ikke gi deg.',
    'Jeg kan ikke forhandle om prisen, men en selger kan ta den praten med deg.',
    'Jeg kan ikke reservere bilen.',
    'Ingen kan garantere det.',
    'Det er en uforpliktende prøvetur.',
    'En selger ser også henvendelsen din.',
    'En person tar over herfra.',
    'Vi selger både nye og brukte biler.',
    'Selgeren har det som trengs.',
    'Søndag holder vi stengt, og vi holder til i Storgata.',
    'Svar gjerne med et par tidspunkter som passer.',
    'Du kan ringe oss når du vil.',
    'Den er reservert akkurat nå.',
    'Det er banken som gjør kredittvurderingen.',
    'Finansiering kan en selger svare på.',
    'Garantien har jeg ikke opplysninger om, men det kan en selger svare på.',
    'Jeg vet ikke om den er nyservet.',
    "I can't negotiate the price.",
    'We do not give discounts.',
    'You can call us any time.',
    'The bank does the credit check.',
    'A salesperson can answer that.',
    'Feel free to reply here.',
    'We are open until 17:00.',
    'I cannot reserve it for you.',
    'Vi ger tyvärr ingen rabatt.',
    'Jag kan inte reservera bilen åt dig.',
    'Garantin har jag inga uppgifter om, men det kan en säljare svara på.',
    'En säljare ser också ditt meddelande.',
    'Säljaren har det som behövs för att bestämma en tid.',
    'Du kan ringa oss när du vill.',
    'Provkörningen är utan förpliktelser.',
    'Vi giver desværre ikke rabat.',
    'Jeg kan ikke reservere bilen til dig.',
    'En sælger kan vurdere bilen.',
    'Du kan ringe til os, når du vil.',
    'Det er banken, der foretager kreditvurderingen.',
    'Leider geben wir keinen Rabatt.',
    'Ich kann den Wagen nicht für Sie reservieren.',
    'Die Bonität prüft die Bank.',
    'Die genaue Uhrzeit bestätigt Ihnen ein Verkäufer.',
    'Eine Probefahrt ist unverbindlich.',
    'Rufen Sie uns gern an.',
    'Schicken Sie uns gern Ihr Kennzeichen.',
    'Zur Garantie liegen mir keine Angaben vor, das kann Ihnen ein Verkäufer beantworten.',
  ])('%s', (sentence) => {
    expect(checkPromises(sentence, '')).toEqual([]);
  });

  it('is a warranty that the equipment list holds', () => {
    expect(isStopped('Garanti fra fabrikk står på utstyrslisten.', 'Garanti fra fabrikk')).toBe(false);
    expect(isStopped('Garanti fra fabrikk står på utstyrslisten.')).toBe(true);
  });
});
