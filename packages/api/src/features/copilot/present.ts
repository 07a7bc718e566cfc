import type { Claim, WrittenReply } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import type { RewrittenText } from './rewrite-text.ts';
import type { LeadSummary } from './summarise-lead.ts';

type Schemas = components['schemas'];

/** A claim and its source, as clients see it. */
export function presentClaim({ claim, source, sourceId }: Claim): Schemas['Claim'] {
  return { claim, source, source_id: sourceId };
}

/** What a colleague may write. */
export function presentSuggestion(reply: WrittenReply): Schemas['Suggestion'] {
  return {
    text: reply.text,
    subject: reply.subject,
    language: reply.language,
    written_by: reply.writtenBy,
    claims: reply.claims.map(presentClaim),
    unanswered: reply.unanswered,
    fallback_reason: reply.fallbackReason,
  };
}

/** A text made shorter or put into another language. */
export function presentRewritten({ text, writtenBy }: RewrittenText): Schemas['RewrittenText'] {
  return { text, written_by: writtenBy };
}

/** A conversation summed up. */
export function presentSummary({ text, points }: LeadSummary): Schemas['LeadSummary'] {
  return {
    text,
    points: points.map(({ label, text: said }) => ({ label, text: said })),
    written_by: text === null ? 'rules' : 'model',
  };
}
