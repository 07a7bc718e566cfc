import type { Language } from '../types.ts';
import type { Hit, KnowledgeIndex, Query } from './knowledge-index.ts';
import { questionsOf } from './questions-of.ts';

/** From here on a passage is about what was asked; `npm run evals` measures it. */
export const ANSWERS_FROM = 0.35;
const mostOfOneEntry = 2;

export interface AskKnowledge extends Query {
  limit: number;
  /** Lowest score that is of use; `ANSWERS_FROM` when left out. */
  leastScore?: number;
}

export interface FoundPassages {
  /** Best first, at most two of one document. */
  hits: Hit[];
  /** The questions of the message that no passage answers. */
  open: string[];
}

/** Of an answered question that is there in several languages the customer's own remains, or else the one that fits best. */
function oneLanguageEach(hits: readonly Hit[], language: Language): Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const { entryId, kind } = hit.passage;
    const key = kind === 'faq' ? entryId : `${entryId} ${best.size}`;
    const first = best.get(key);
    if (first === undefined) best.set(key, hit);
    else if (hit.passage.language === language && first.passage.language !== language) {
      best.set(key, { passage: hit.passage, score: first.score });
    }
  }
  return [...best.values()];
}

function atMostTwoEach(hits: readonly Hit[]): Hit[] {
  const counts = new Map<string, number>();
  return hits.filter(({ passage: { entryId } }) => {
    const count = (counts.get(entryId) ?? 0) + 1;
    counts.set(entryId, count);
    return count <= mostOfOneEntry;
  });
}

/** The passages that best answer any question of a message, and the questions that none answers. */
export function findPassages(index: KnowledgeIndex, asked: AskKnowledge): FoundPassages {
  const { text, limit, leastScore = ANSWERS_FROM, ...query } = asked;
  const best = new Map<Hit['passage'], number>();
  const open: string[] = [];
  for (const question of questionsOf(text)) {
    const hits = index.search({ ...query, text: question });
    if ((hits[0]?.score ?? 0) < ANSWERS_FROM) open.push(question);
    for (const { passage, score } of hits) {
      if (score < leastScore) break;
      best.set(passage, Math.max(score, best.get(passage) ?? 0));
    }
  }
  const hits = Array.from(best, ([passage, score]) => ({ passage, score })).sort((a, b) => b.score - a.score);
  return { hits: atMostTwoEach(oneLanguageEach(hits, query.language)).slice(0, limit), open };
}
