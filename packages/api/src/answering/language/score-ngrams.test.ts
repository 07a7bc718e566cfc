import { eld } from 'eld/medium';
import { describe, expect, it } from 'vitest';
import { scoreNgrams } from './score-ngrams.ts';

const codes = { no: 'nb', sv: 'sv', da: 'da', en: 'en', de: 'de' } as const;

describe('scoreNgrams', () => {
  it.each([
    'Er bilen fortsatt til salgs, og kan jeg prøvekjøre den i morgen?',
    'Är bilen kvar och kan jag få provköra den på lördag?',
    'Jeg kunne godt tænke mig at høre, om bilen stadig er til salg.',
    'Could you tell me whether the car is still for sale?',
    'Können Sie mir sagen, ob der Wagen noch zu haben ist?',
  ])('takes %j for the language that the whole table takes it for', (text) => {
    eld.setLanguageSubset(Object.keys(codes));
    const whole = eld.detect(text);
    const scores = scoreNgrams(text);
    const best = Object.entries(scores).sort(([, left], [, right]) => right - left)[0]?.[0];
    expect(best).toBe(codes[whole.language as keyof typeof codes]);
  });

  it('says nothing of another script', () => {
    expect(Object.values(scoreNgrams('Здравствуйте, машина ещё продаётся?'))).toEqual([0, 0, 0, 0, 0]);
  });
});
