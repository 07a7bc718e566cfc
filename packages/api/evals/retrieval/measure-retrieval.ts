import type { Hit } from '../../src/answering/knowledge/knowledge-index.ts';
import { CLEAR_BY, QUOTES_FROM } from '../../src/answering/knowledge/quote-knowledge.ts';
import type { Language } from '../../src/answering/types.ts';
import type { RetrievalQuestion } from './read-set.ts';

/** What was asked, the place of the first entry that answers it (from 1; null when it was not found), and the best score. */
export interface Found {
  question: RetrievalQuestion;
  rank: number | null;
  best: number;
  /** The best score of another entry than the first. */
  next: number;
}

export interface RetrievalNumbers {
  questions: number;
  recallAt1: number;
  recallAt3: number;
  meanReciprocalRank: number;
}

/** Notes where the answer of a question stands among the hits; passages of one entry count once. */
export function noteFound(question: RetrievalQuestion, hits: readonly Hit[]): Found {
  const entries = [...new Set(hits.map(({ passage }) => passage.entryId))];
  const place = entries.findIndex((id) => question.answers.includes(id));
  const next = hits.find(({ passage }) => passage.entryId !== entries[0])?.score ?? 0;
  return { question, rank: place === -1 ? null : place + 1, best: hits[0]?.score ?? 0, next };
}

/** Recall and rank over the questions that have an answer. */
export function measureRetrieval(found: readonly Found[]): RetrievalNumbers {
  const asked = found.filter(({ question }) => question.answers.length > 0);
  const within = (places: number) => asked.filter(({ rank }) => rank !== null && rank <= places).length;
  const ranks = asked.reduce((sum, { rank }) => sum + (rank === null ? 0 : 1 / rank), 0);
  const total = Math.max(1, asked.length);
  return {
    questions: asked.length,
    recallAt1: within(1) / total,
    recallAt3: within(3) / total,
    meanReciprocalRank: ranks / total,
  };
}

export function ofLanguage(found: readonly Found[], language: Language): Found[] {
  return found.filter(({ question }) => question.language === language);
}

/** How surely the best score tells a question with an answer from one without: 1 is always, 0.5 is chance. */
export function noAnswerAuroc(found: readonly Found[]): number {
  const yes = found.filter(({ question }) => question.answers.length > 0);
  const no = found.filter(({ question }) => question.answers.length === 0);
  let wins = 0;
  for (const one of yes) for (const other of no) wins += one.best > other.best ? 1 : one.best === other.best ? 0.5 : 0;
  return wins / Math.max(1, yes.length * no.length);
}

/** Whether the best passage is so far ahead of any other entry's that a template quotes it. */
export function isQuoted({ best, next }: Found): boolean {
  return best >= QUOTES_FROM && best >= CLEAR_BY * next;
}
