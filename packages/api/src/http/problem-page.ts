import type { Request } from 'express';
import type { Language } from '../answering/types.ts';
import type { Problem } from './problem.ts';
import type { SimplePage } from './simple-page.ts';

interface Words {
  heading: string;
  wrong: string;
  later: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    heading: 'Meldingen er ikke sendt',
    wrong: 'Gå tilbake og se over navn, e-postadresse og melding. Det du skrev, står der fortsatt.',
    later: 'Vent et minutt, gå tilbake og send igjen. Det du skrev, står der fortsatt.',
  },
  en: {
    heading: 'Your message is not sent',
    wrong: 'Go back and check the name, the email address and the message. What you wrote is still there.',
    later: 'Wait a minute, go back and send again. What you wrote is still there.',
  },
  sv: {
    heading: 'Meddelandet är inte skickat',
    wrong: 'Gå tillbaka och kontrollera namn, e-postadress och meddelande. Det du skrev finns kvar.',
    later: 'Vänta en minut, gå tillbaka och skicka igen. Det du skrev finns kvar.',
  },
  da: {
    heading: 'Beskeden er ikke sendt',
    wrong: 'Gå tilbage, og se navn, e-mailadresse og besked efter. Det, du skrev, står der stadig.',
    later: 'Vent et minut, gå tilbage, og send igen. Det, du skrev, står der stadig.',
  },
  de: {
    heading: 'Ihre Nachricht ist nicht gesendet',
    wrong:
      'Gehen Sie zurück und prüfen Sie Name, E-Mail-Adresse und Nachricht. Was Sie geschrieben haben, steht noch da.',
    later:
      'Warten Sie eine Minute, gehen Sie zurück und senden Sie noch einmal. Was Sie geschrieben haben, steht noch da.',
  },
};

const LANGUAGES = Object.keys(WORDS) as Language[];

/** What a person can do something about; the rest is for who built the page. */
export function isForVisitor({ status }: Problem): boolean {
  return [400, 429, 503].includes(status);
}

/** A problem in the words of somebody who pressed a button on a form. */
export function problemPage(request: Request, problem: Problem): SimplePage {
  const accepted = request.acceptsLanguages('en', 'nb', 'no', 'nn', 'sv', 'da', 'de');
  const isNorwegian = accepted === 'no' || accepted === 'nn';
  const language = isNorwegian ? 'nb' : (LANGUAGES.find((known) => known === accepted) ?? 'en');
  const words = WORDS[language];
  const text = problem.status === 400 ? words.wrong : words.later;
  return { language, dealership: '', heading: words.heading, text, button: null };
}
