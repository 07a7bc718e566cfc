import { ANSWERS_FROM } from '../../src/answering/knowledge/find-passages.ts';
import { KnowledgeIndex } from '../../src/answering/knowledge/knowledge-index.ts';
import type { Language } from '../../src/answering/types.ts';
import type { CaseFolder, Half } from '../case-files.ts';
import { shareOf } from '../statistics.ts';
import type { Measure, Suite } from '../suite.ts';
import { type Found, isQuoted, measureRetrieval, noAnswerAuroc, noteFound, ofLanguage } from './measure-retrieval.ts';
import { readRetrievalSet } from './read-set.ts';

const today = '2026-11-21';
const languages: readonly Language[] = ['nb', 'sv', 'da', 'en', 'de'];
const gates = { recallAt3: 0.9, noAnswer: 0.9 };

function recall(found: readonly Found[], places: number) {
  const asked = found.filter(({ question }) => question.answers.length > 0);
  return shareOf(asked.filter(({ rank }) => rank !== null && rank <= places).length, asked.length);
}

async function ask(half: Half, folder: CaseFolder): Promise<Found[]> {
  const { sources, questions } = readRetrievalSet(half, folder);
  const index = await KnowledgeIndex.build(sources);
  return questions.map((question) => noteFound(question, index.search({ ...question, today })));
}

function measures(found: readonly Found[]): Measure[] {
  const auroc = noAnswerAuroc(found);
  const quoted = found.filter(isQuoted);
  const unanswerable = found.filter(({ question }) => question.answers.length === 0);
  return [
    { name: 'answer first', share: recall(found, 1) },
    { name: 'answer among the first three', share: recall(found, 3), gate: gates.recallAt3 },
    ...languages.map((language) => ({
      name: `answer among the first three, ${language}`,
      share: recall(ofLanguage(found, language), 3),
    })),
    {
      name: 'told from no answer (AUROC)',
      share: { value: auroc, low: auroc, high: auroc, of: 0 },
      gate: gates.noAnswer,
    },
    {
      name: 'no answer, left alone',
      share: shareOf(unanswerable.filter(({ best }) => best < ANSWERS_FROM).length, unanswerable.length),
    },
    {
      name: 'quoted by templates, right',
      share: shareOf(quoted.filter(({ rank }) => rank === 1).length, quoted.length),
    },
  ];
}

/**
 * 150 questions in five languages about what two dealerships know; the knowledge is written in bokmål. Retrieval has no
 * model in it: it is measured with the rules.
 */
export const retrievalSuite: Suite = {
  name: 'retrieval',
  run: async ({ name }, folder) => {
    if (name !== 'rules') return [];
    const halves: Half[] = ['dev', 'test'];
    return Promise.all(
      halves.map(async (half) => {
        const found = await ask(half, folder);
        const rank = measureRetrieval(found).meanReciprocalRank.toFixed(3);
        return { title: `Retrieval, ${half} half`, measures: measures(found), notes: [`mean reciprocal rank ${rank}`] };
      }),
    );
  },
};
