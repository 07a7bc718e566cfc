import { type AskKnowledge, type FoundPassages, findPassages } from '../../answering/knowledge/find-passages.ts';
import { holdsOn, KnowledgeIndex } from '../../answering/knowledge/knowledge-index.ts';
import { questionsOf } from '../../answering/knowledge/questions-of.ts';
import type { KnowledgeSource } from '../../answering/knowledge/split-passages.ts';
import type { KnowledgeFact, Language } from '../../answering/types.ts';
import type { Services } from '../../services.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { isSandbox } from '../sandbox/sandbox-id.ts';
import { KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';
import { readKnowledgeStamp } from './stamp-model.ts';

interface FindKnowledge extends Pick<AskKnowledge, 'text' | 'limit' | 'ignore' | 'leastScore'> {
  dealership: DealershipRecord;
  language: Language;
}

function sourceOf(record: KnowledgeEntryRecord): KnowledgeSource {
  const { _id: id, kind, title, text, language, translations, valid_from: validFrom, valid_to: validTo } = record;
  return { id, kind, title, text, language, translations, validFrom, validTo };
}

async function buildIndex(): Promise<KnowledgeIndex> {
  const records = await KnowledgeEntry.find({ enabled: true }).sort({ _id: 1 }).lean<KnowledgeEntryRecord[]>();
  return KnowledgeIndex.build(records.map(sourceOf));
}

/** Today in a time zone, `YYYY-MM-DD`. */
function todayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}

/** What entries of the knowledge say today, whole; those that are gone, switched off or out of date say nothing. */
export async function findCitedKnowledge(
  services: Services,
  dealership: DealershipRecord,
  entryIds: readonly string[],
): Promise<KnowledgeFact[]> {
  if (entryIds.length === 0) return [];
  const index = await services.knowledgeIndexes.get(dealership._id, await readKnowledgeStamp(), buildIndex);
  const today = todayIn(dealership.time_zone, services.clock.now());
  return index.passages
    .filter((passage) => entryIds.includes(passage.entryId) && holdsOn(passage, today))
    .map(({ entryId, title, text, language }) => ({ id: entryId, title, text, score: 1, language }));
}

/** What the dealership's knowledge holds about a customer's words, best first; of what holds today and is not switched off. */
export async function findKnowledge(services: Services, asked: FindKnowledge): Promise<FoundPassages> {
  const { dealership, ...query } = asked;
  const stamp = await readKnowledgeStamp();
  const index = await services.knowledgeIndexes.get(dealership._id, stamp, buildIndex);
  const today = todayIn(dealership.time_zone, services.clock.now());
  // What a sandbox knows leaves the house no more than its messages do.
  const meaning = isSandbox(dealership._id) ? null : services.meaning;
  if (meaning === null || index.passages.length === 0) return findPassages(index, { ...query, today });
  const meanings = await meaning.compare(dealership._id, index, questionsOf(query.text));
  return findPassages(index, { ...query, today, meanings });
}
