import { ANSWERS_FROM } from '../../src/answering/knowledge/find-passages.ts';
import { KnowledgeIndex } from '../../src/answering/knowledge/knowledge-index.ts';
import type { Language } from '../../src/answering/types.ts';
import {
  type Found,
  isQuoted,
  measureRetrieval,
  noAnswerAuroc,
  noteFound,
  ofLanguage,
  wilson,
} from './measure-retrieval.ts';
import { type FileReader, FROZEN_TEST_HASH, type Half, readRetrievalSet } from './read-set.ts';

const today = '2026-11-21';
const languages: readonly Language[] = ['nb', 'sv', 'da', 'en', 'de'];
const gates = { recallAt3: 0.9, noAnswer: 0.9 };

interface Measured {
  name: string;
  share: { value: number; low: number; high: number; of: number };
  gate?: number;
}

function share(hits: number, of: number) {
  const [low, high] = wilson(hits, of);
  return { value: hits / of, low, high, of };
}

function recall(found: readonly Found[], places: number) {
  const asked = found.filter(({ question }) => question.answers.length > 0);
  return share(asked.filter(({ rank }) => rank !== null && rank <= places).length, asked.length);
}

async function ask(half: Half, folder: FileReader): Promise<Found[]> {
  const { sources, questions } = readRetrievalSet(half, folder);
  const index = await KnowledgeIndex.build(sources);
  return questions.map((question) => noteFound(question, index.search({ ...question, today })));
}

function measures(found: readonly Found[]): Measured[] {
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
      share: share(unanswerable.filter(({ best }) => best < ANSWERS_FROM).length, unanswerable.length),
    },
    { name: 'quoted by templates, right', share: share(quoted.filter(({ rank }) => rank === 1).length, quoted.length) },
  ];
}

function notes(half: Half, found: readonly Found[], folder: FileReader): string[] {
  const ranks = `mean reciprocal rank ${measureRetrieval(found).meanReciprocalRank.toFixed(3)}`;
  if (half === 'dev') return [ranks];
  const frozen = readRetrievalSet('test', folder).hash === FROZEN_TEST_HASH;
  return [ranks, frozen ? 'as it was frozen' : 'NOT as it was frozen'];
}

/** 150 questions in five languages about what two dealerships know; the knowledge is written in bokmål. */
export const retrievalSuite = {
  name: 'retrieval',
  /** Retrieval has no model in it: it is measured with the rules. */
  async run({ name }: { name: string }, folder: FileReader) {
    if (name !== 'rules') return [];
    const halves: Half[] = ['dev', 'test'];
    return Promise.all(
      halves.map(async (half) => {
        const found = await ask(half, folder);
        return { title: `Retrieval, ${half} half`, measures: measures(found), notes: notes(half, found, folder) };
      }),
    );
  },
};
