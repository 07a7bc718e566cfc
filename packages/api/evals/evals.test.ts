import { expect, it } from 'vitest';
import { openCaseFolder } from './case-files.ts';
import { runEvals } from './run-evals.ts';
import { suites } from './suites.ts';

/** What rules alone do not reach yet, as docs/answering.md says. A name more or less here is news for that page. */
const knownToBeBelow: readonly string[] = [
  'What is taken out of a message (test): phone, F1',
  'What is taken out of a message (test): plate of a trade-in, F1',
  'Language of short questions (test): more than 3 words',
  "Replies (test): in the customer's language",
];

it('rules meet the gates of the evaluation, all but those that are known to be missed', async () => {
  const { below, lines } = await runEvals(suites, { name: 'rules', model: null }, openCaseFolder(import.meta.dirname));
  expect(below.sort(), lines.join('\n')).toEqual([...knownToBeBelow].sort());
}, 60_000);
