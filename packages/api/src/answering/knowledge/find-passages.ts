import type { Language } from '../types.ts';
import { type Hit, holdsOn, type KnowledgeIndex, type Query } from './knowledge-index.ts';
import { questionsOf } from './questions-of.ts';

/** From here on a passage is about what was asked; `npm run evals` measures it. */
export const ANSWERS_FROM = 0.35;
const mostOfOneEntry = 2;

export interface AskKnowledge extends Query {
  limit: number;
  /** Lowest score that is of use; `ANSWERS_FROM` when left out. */
  leastScore?: number;
  /** For each question how alike passages are in meaning (cosine), where embeddings are configured. */
  meanings?: ReadonlyMap<string, ReadonlyMap<Hit['passage'], number>>;
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

/** A cosine from which a passage is taken to mean something like the question, and how much meaning alone may count. */
const alikeFrom = 0.45;
const mostByMeaning = 0.8;

/** Adds what is alike in meaning: either of the two may be sure, both together are surer. */
function withMeaning(
  hits: readonly Hit[],
  likeness: ReadonlyMap<Hit['passage'], number> | undefined,
  today: string,
): Hit[] {
  if (likeness === undefined || likeness.size === 0) return [...hits];
  const byWords = new Map(hits.map(({ passage, score }) => [passage, score]));
  for (const passage of likeness.keys()) {
    if (!byWords.has(passage) && holdsOn(passage, today)) byWords.set(passage, 0);
  }
  const fused = Array.from(byWords, ([passage, score]) => {
    const meaning = Math.max(0, ((likeness.get(passage) ?? 0) - alikeFrom) / (1 - alikeFrom));
    return { passage, score: 1 - (1 - score) * (1 - mostByMeaning * meaning) };
  });
  return fused.sort((a, b) => b.score - a.score);
}

/** The passages that best answer any question of a message, and the questions that none answers. */
export function findPassages(index: KnowledgeIndex, asked: AskKnowledge): FoundPassages {
  const { text, limit, leastScore = ANSWERS_FROM, meanings, ...query } = asked;
  const best = new Map<Hit['passage'], number>();
  const open: string[] = [];
  for (const question of questionsOf(text)) {
    const hits = withMeaning(index.search({ ...query, text: question }), meanings?.get(question), query.today);
    if ((hits[0]?.score ?? 0) < ANSWERS_FROM) open.push(question);
    for (const { passage, score } of hits) {
      if (score < leastScore) break;
      best.set(passage, Math.max(score, best.get(passage) ?? 0));
    }
  }
  const hits = Array.from(best, ([passage, score]) => ({ passage, score })).sort((a, b) => b.score - a.score);
  return { hits: atMostTwoEach(oneLanguageEach(hits, query.language)).slice(0, limit), open };
}
