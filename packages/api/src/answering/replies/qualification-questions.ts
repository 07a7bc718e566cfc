import type { Language } from '../types.ts';

export type QuestionTopic = 'budget' | 'timeline' | 'financing' | 'trade_in' | 'test_drive' | 'other';

/** A sentence per language; a language that is missing is not asked in. */
export type Wording = Partial<Record<Language, string>>;

const builtIn: Readonly<Record<Exclude<QuestionTopic, 'other'>, Record<Language, string>>> = {
  budget: {
    nb: 'Har du et budsjett i tankene?',
    en: 'Do you have a budget in mind?',
    sv: 'Har du en budget i åtanke?',
    da: 'Har du et budget i tankerne?',
    de: 'Haben Sie ein bestimmtes Budget im Kopf?',
  },
  timeline: {
    nb: 'Når ser du for deg å bytte bil?',
    en: 'When would you like to change cars?',
    sv: 'När har du tänkt byta bil?',
    da: 'Hvornår tænker du at skifte bil?',
    de: 'Wann möchten Sie das Auto wechseln?',
  },
  financing: {
    nb: 'Ønsker du finansiering, eller betaler du kontant?',
    en: 'Would you like to finance it, or pay cash?',
    sv: 'Vill du finansiera, eller betalar du kontant?',
    da: 'Ønsker du finansiering, eller betaler du kontant?',
    de: 'Möchten Sie finanzieren, oder zahlen Sie bar?',
  },
  trade_in: {
    nb: 'Har du en bil du vil bytte inn?',
    en: 'Do you have a car to trade in?',
    sv: 'Har du en bil att byta in?',
    da: 'Har du en bil, du vil give i bytte?',
    de: 'Haben Sie ein Auto, das Sie in Zahlung geben möchten?',
  },
  test_drive: {
    nb: 'Vil du prøvekjøre?',
    en: 'Would you like a test drive?',
    sv: 'Vill du provköra?',
    da: 'Vil du have en prøvetur?',
    de: 'Möchten Sie eine Probefahrt machen?',
  },
};

/** The sentences of a question: the dealership's own, else those of its topic. */
export function wordingOf(topic: QuestionTopic, own: Wording): Wording {
  const given = Object.fromEntries(Object.entries(own).filter(([, text]) => text?.trim()));
  return topic === 'other' ? given : { ...builtIn[topic], ...given };
}
