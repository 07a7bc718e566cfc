import { describeError } from '../lib/describe-error.ts';
import { callWithBudget } from './model/call-with-budget.ts';
import { mergeUnderstanding } from './model/merge-understanding.ts';
import { randomMark, secureRandom } from './model/prompt-material.ts';
import { understandingSystemPrompt, understandingUserPrompt } from './model/understanding-prompt.ts';
import { understandingSchema } from './model/understanding-schema.ts';
import { namesVehicle } from './rules/classify-by-rules.ts';
import { scoreEnquiry } from './rules/score-enquiry.ts';
import { understandByRules } from './rules/understand-by-rules.ts';
import { sanitizeText } from './text/sanitize-text.ts';
import type { AnsweringDeps, DealershipFacts, EnquiryInput, Understanding } from './types.ts';

const maxTokens = 1200;
const deadlineMs = 8000;

function isSettledByRules({ automated, label, confidence }: Understanding): boolean {
  return automated || (confidence === 'high' && (label === 'spam' || label === 'other'));
}

function rescore(input: EnquiryInput, merged: Understanding, message: string): Understanding {
  const named = namesVehicle(`${input.vehicleInterest ?? ''} ${message}`);
  return { ...merged, ...scoreEnquiry({ ...merged, input, namesVehicle: named }) };
}

async function askModel(
  input: EnquiryInput,
  dealership: DealershipFacts,
  rules: Understanding,
  deps: AnsweringDeps,
): Promise<Understanding> {
  if (deps.model === null) return rules;
  const boundary = randomMark(deps.random ?? secureRandom);
  const answer = await callWithBudget(
    deps.model,
    {
      tier: 'fast',
      system: understandingSystemPrompt(boundary),
      messages: [{ role: 'user', content: understandingUserPrompt(input, dealership, rules, boundary) }],
      schema: understandingSchema,
      effort: 'low',
      maxTokens,
      deadlineMs,
      tenantId: dealership.id,
      purpose: 'understanding',
    },
    deps,
  );
  if (!answer.ok) return rules;
  const message = sanitizeText(`${input.subject ?? ''}\n${input.fromName ?? ''}\n${input.text}`);
  return rescore(input, mergeUnderstanding(rules, answer.output, message), message);
}

/** What is known of a message that could not be read: nothing, so a person has to. */
function unread(dealership: DealershipFacts): Understanding {
  return {
    label: 'uncertain',
    confidence: 'low',
    reasons: ['The message could not be read'],
    language: dealership.language,
    intents: ['general'],
    urgency: 'normal',
    escalations: [],
    score: 1,
    temperature: 'cold',
    scoreReasons: ['The message could not be read'],
    qualification: { intent: null, budget: null, timeline: null, financing: null, testDrive: null, tradeIn: null },
    extracted: { name: null, email: null, phone: null },
    automated: false,
    injectionSuspected: false,
    source: 'rules',
  };
}

/**
 * What an enquiry is and wants: rules always; for a mail that rules do not settle, one call to the fast model that can
 * only add. Never throws.
 */
export async function understandEnquiry(
  input: EnquiryInput,
  dealership: DealershipFacts,
  deps: AnsweringDeps,
): Promise<Understanding> {
  let understanding = unread(dealership);
  try {
    understanding = understandByRules(input, dealership);
    if (input.channel !== 'email' || isSettledByRules(understanding)) return understanding;
    return await askModel(input, dealership, understanding, deps);
  } catch (error) {
    deps.logger?.warn({ ...describeError(error), dealership_id: dealership.id }, 'Understanding fell back to rules');
    return understanding;
  }
}
