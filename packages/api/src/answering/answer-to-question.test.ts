import { describe, expect, it } from 'vitest';
import { answerToQuestion } from './answer-to-question.ts';
import type { QuestionTopic } from './replies/qualification-questions.ts';

describe('an answer to the question that was asked', () => {
  it.each<[QuestionTopic, string, object]>([
    ['budget', 'Rundt 300', { budget: 300_000 }],
    ['budget', '300', { budget: 300_000 }],
    ['budget', 'Ja, jeg har maks 250 000 kr', { budget: 250_000 }],
    ['budget', 'mellom 250 og 300 tusen', { budget: 300_000 }],
    ['budget', '250-300.000,-', { budget: 300_000 }],
    ['budget', 'Hei!\nBudsjettet er på 450k.', { budget: 450_000 }],
    ['budget', 'Rundt 300. Er den fortsatt ledig?', { budget: 300_000 }],
    ['financing', 'Jeg betaler kontant', { financing: false }],
    ['financing', 'Ja takk', { financing: true }],
    ['trade_in', 'Ja, en Volkswagen Golf', { tradeIn: 'Volkswagen Golf' }],
    ['trade_in', 'Ja', { tradeIn: 'Not described' }],
    ['trade_in', 'Jeg har en Toyota Yaris 2015 i innbytte', { tradeIn: 'Toyota Yaris 2015' }],
    ['test_drive', 'Gjerne!', { testDrive: true }],
    ['test_drive', 'Nei takk', { testDrive: false }],
  ])('%s: %s', (topic, text, found) => {
    expect(answerToQuestion(topic, text)).toEqual(found);
  });

  it.each<[QuestionTopic, string]>([
    ['budget', 'Kan jeg komme kl 14 på lørdag?'],
    ['budget', 'Jeg kommer kl 14 på lørdag'],
    ['budget', 'Ring meg på 91234567'],
    ['budget', '91234567'],
    ['budget', 'Er XC60 fortsatt ledig?'],
    ['budget', 'er XC60 fortsatt ledig'],
    ['budget', 'Vet ikke'],
    ['timeline', 'Kan dere ringe meg?'],
    ['timeline', 'Hva koster den egentlig'],
    ['trade_in', 'Hva koster den egentlig'],
    ['trade_in', 'Ok, men er den ledig?'],
    ['trade_in', 'Nei'],
    ['test_drive', 'Ja, kan jeg få se den?'],
    ['financing', 'Tar dere kontanter?'],
    ['other', 'Ja'],
  ])('is not found for %s in: %s', (topic, text) => {
    expect(answerToQuestion(topic, text)).toEqual({});
  });
});
