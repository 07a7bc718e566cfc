import type { components } from '../../generated/openapi.ts';
import type { SuggestedQuestion } from './list-questions.ts';
import { suggestTitle } from './suggest-title.ts';

/** What clients see of a question that nobody answered yet. */
export function presentQuestion(record: SuggestedQuestion): components['schemas']['UnansweredQuestion'] {
  return {
    id: record._id,
    question: record.question,
    language: record.language,
    times: record.times,
    lead_id: record.lead_id,
    first_asked_at: record.first_asked_at.toISOString(),
    last_asked_at: record.last_asked_at.toISOString(),
    suggestion: { title: suggestTitle(record.question), text: record.suggested_text },
  };
}
