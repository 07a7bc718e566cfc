import { expect, it } from 'vitest';
import { linesOf, questionDraft, questionsOf, wholeNumber } from './assistant-form.ts';

it('lines become a list without blanks', () => {
  expect(linesOf(' rabatt \n\n gratis frakt\n')).toEqual(['rabatt', 'gratis frakt']);
});

it('numbers keep to their bounds, and blanks inside them are read', () => {
  expect(wholeNumber('250 000', 0, 1_000_000)).toBe(250_000);
  for (const text of ['', '1.5', '61', '-1', 'x']) expect(wholeNumber(text, 0, 60)).toBeUndefined();
});

it('a question keeps its words in other languages, and an emptied one has none', () => {
  const stored = { id: 'qst_1', topic: 'budget' as const, wording: { nb: 'Budsjett?', en: 'Budget?' } };
  const draft = questionDraft('budget', 'nb', stored);
  expect(draft.words).toBe('Budsjett?');
  expect(questionsOf([{ ...draft, words: '' }], 'nb')).toEqual([
    { id: 'qst_1', topic: 'budget', wording: { en: 'Budget?' } },
  ]);
  expect(questionsOf([questionDraft('other', 'nb')], 'nb')).toEqual([{ topic: 'other', wording: {} }]);
});
