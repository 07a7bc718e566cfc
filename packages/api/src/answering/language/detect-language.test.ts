import { describe, expect, it } from 'vitest';
import type { Language } from '../types.ts';
import { detectLanguage, type LanguageHints } from './detect-language.ts';

const norwegianDealer: LanguageHints = { declared: null, phone: null, email: null, fallback: 'nb' };

const messages: Record<Language, string[]> = {
  nb: [
    'Er bilen fortsatt ledig?',
    'hei, hva koster den',
    'kan jeg prøvekjøre på lørdag?',
    'e den ledig ennu? ka koste den',
    'Æ lure på om dokker tar innbytte',
    'Kan eg få prøvekøyre bilen i morgon? Korleis er han?',
    'Kva er prisen, og når kan eg hente han?',
    'Ønsker mer info om finansiering, mvh Ola',
    'når stenger dere i dag',
    'Hei! Interessert i denne. Er det mulig å få se den i kveld?',
    'er bilen ledig i dag kl 15',
    'Skal den selges snart eller?',
    'Hvor mange eiere har den hatt og er det fulgt service?',
    'Kan dere sende meg flere bilder',
    'Hvor stort er bagasjerommet?',
    'Er det heftelser på bilen?',
    'Har den glasstak?',
    'Kan jeg komme idag?',
    'Kan den trekke campingvogn?',
    'Er lakken pen, og er prisen inkludert omregistrering?',
  ],
  en: [
    'Hi is this still available',
    'whats ur best price',
    'Can i get a test drive tomorrow',
    'Do you take trade ins?',
    'How much is it per month with 20% down?',
    'Hello, I am interested in the Volvo XC60. Does it have a tow bar?',
    'when are you open on saturday',
    'I would like to sell my car',
    'is it possible to see the car this evening?',
    'What is the mileage and has it been serviced',
  ],
  sv: [
    'Hej, är bilen kvar?',
    'Vad är ert bästa pris?',
    'Jag undrar om ni tar inbyte',
    'Kan jag få provköra den på lördag?',
    'Hej! Jag är intresserad av bilen. Finns den fortfarande?',
    'När har ni öppet i helgen?',
    'Hur mycket kostar den per månad?',
    'Skulle vilja köpa bilen, ring mig gärna',
  ],
  da: [
    'Hej, er bilen stadig til salg?',
    'Hvad er jeres bedste pris?',
    'Kan jeg købe den med min gamle bil i bytte?',
    'Må man prøvekøre den på lørdag?',
    'Er denne bil til at få lånt?',
    'Skal den have skiftet olie?',
    'Er det en dansk bil fra ny?',
    'Har den fartpilot og bakkamera?',
    'Hvor stort er bagagerummet?',
    'Bilen fra værkstedet, er den klar?',
    'Jeg vil gerne høre mere om bilen. Er der stadig mulighed for en prøvetur?',
    'Hvornår har I åbent i weekenden? Venlig hilsen Søren',
    'Hvor meget skal jeg betale i udbetaling?',
  ],
  de: [
    'Hallo, ist das Auto noch verfügbar?',
    'Wie viel kostet der Wagen?',
    'Ich möchte gerne eine Probefahrt machen',
    'Nehmen Sie mein altes Fahrzeug in Zahlung?',
    'Guten Tag, haben Sie noch Interesse am Verkauf? Mit freundlichen Grüßen',
    'Was ist der letzte Preis?',
  ],
};

describe('detectLanguage', () => {
  for (const [language, texts] of Object.entries(messages)) {
    it.each(texts)(`reads %j as ${language}`, (text) => {
      expect(detectLanguage(text, norwegianDealer).language).toBe(language);
    });
  }

  it.each([
    ['Pris?', { declared: 'da' as const }, 'da'],
    ['Interessert', {}, 'nb'],
    ['ok', { phone: '+46 70 123 45 67' }, 'sv'],
    ['Model Y 2023', { email: 'hans@firma.de' }, 'de'],
    ['???', {}, 'nb'],
    ['', { declared: 'en' as const }, 'en'],
  ])('lets the hints decide on %j', (text, hints, expected) => {
    expect(detectLanguage(text, { ...norwegianDealer, ...hints }).language).toBe(expected);
  });

  it('lets a clear text win over the language of the page', () => {
    const hints = { ...norwegianDealer, declared: 'nb' as const };
    expect(detectLanguage('Hello, is the car still available?', hints).language).toBe('en');
  });

  it('does not read a language out of links and addresses', () => {
    expect(detectLanguage('https://www.the-best-cars.com/what-is-this', norwegianDealer)).toEqual({
      language: 'nb',
      certainty: 0,
    });
  });
});
