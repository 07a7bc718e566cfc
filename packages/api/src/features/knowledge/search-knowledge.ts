import { ANSWERS_FROM } from '../../answering/knowledge/find-passages.ts';
import type { Hit } from '../../answering/knowledge/knowledge-index.ts';
import { detectInjection } from '../../answering/rules/detect-injection.ts';
import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { languageOf } from './create-entry.ts';
import { findKnowledge } from './find-knowledge.ts';

interface SearchKnowledge {
  ctx: TenantContext;
  input: components['schemas']['KnowledgeSearch'];
}

export interface SearchedKnowledge {
  hits: (Hit & { used: boolean })[];
  threshold: number;
  language: Language;
}

const MOST_HITS = 10;
/** Below this a passage shares hardly a syllable with the question. */
const LEAST_SHOWN = 0.05;

/** Tries a question on the knowledge and tells what an answer would use; passages below the threshold are shown too. */
export async function searchKnowledge({ ctx, input }: SearchKnowledge): Promise<SearchedKnowledge> {
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw notFound();
  const language = input.language ?? (await languageOf(ctx, input.question));
  const { hits } = await findKnowledge(ctx.services, {
    dealership,
    language,
    text: input.question,
    limit: MOST_HITS,
    leastScore: LEAST_SHOWN,
  });
  const isUsed = ({ passage, score }: Hit) => score >= ANSWERS_FROM && !detectInjection(passage.text);
  return { hits: hits.map((hit) => ({ ...hit, used: isUsed(hit) })), threshold: ANSWERS_FROM, language };
}
