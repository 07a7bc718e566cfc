import type { components } from '../../generated/openapi.ts';
import { type FieldError, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { newId } from '../../lib/ids.ts';
import { forgetDealership } from '../dealership/find-dealership.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { type AssistantSettings, assistantSettings } from './assistant-settings.ts';
import { getAssistant } from './get-assistant.ts';

type Changes = components['schemas']['AssistantUpdate'];
type Questions = AssistantSettings['questions'];

interface UpdateAssistant {
  ctx: TenantContext;
  input: Changes;
}

/** Each word once, whatever its case, in the order given. */
function words(given: readonly string[]): string[] {
  const cleaned = given.map((word) => word.replace(/\s+/g, ' ').trim());
  return [...new Map(cleaned.map((word) => [word.toLowerCase(), word])).values()];
}

function questionErrors(questions: NonNullable<Changes['questions']>): FieldError[] {
  return questions.flatMap((question, index) => {
    const first = questions.findIndex(({ topic }) => topic === question.topic);
    if (question.topic !== 'other' && first !== index)
      return [{ pointer: `#/questions/${index}/topic`, detail: 'Ask about each topic once.' }];
    if (question.topic === 'other' && Object.keys(question.wording ?? {}).length === 0)
      return [{ pointer: `#/questions/${index}/wording`, detail: 'A question of your own needs its words.' }];
    return [];
  });
}

function questionsOf(given: NonNullable<Changes['questions']>, now: Date): Questions {
  return given.map(({ id, topic, wording }) => ({ id: id ?? newId('qst', now), topic, wording: wording ?? {} }));
}

function merged(before: AssistantSettings, changes: Changes, now: Date): AssistantSettings {
  const {
    name,
    auto_reply,
    follow_up_days,
    channels = {},
    never_say,
    escalate_words,
    questions,
    budget,
    ...plain
  } = changes;
  const next = { ...before, ...plain, budget: { ...before.budget, ...budget } };
  for (const channel of ['website', 'chat', 'email', 'sms', 'whatsapp', 'phone'] as const)
    next.channels = { ...next.channels, [channel]: { ...next.channels[channel], ...channels[channel] } };
  if (plain.instructions !== undefined) next.instructions = plain.instructions?.trim() || null;
  if (never_say) next.never_say = words(never_say);
  if (escalate_words) next.escalate_words = words(escalate_words);
  if (questions) next.questions = questionsOf(questions, now);
  return next;
}

/** The settings a dealership would have after a change, without storing them. */
export function withChanges(dealership: DealershipRecord, changes: Changes, now: Date): DealershipRecord {
  const { name, auto_reply, follow_up_days } = changes;
  return {
    ...dealership,
    assistant: {
      name: name?.trim() ?? dealership.assistant.name,
      auto_reply: auto_reply ?? dealership.assistant.auto_reply,
      follow_up_days: follow_up_days
        ? [...new Set(follow_up_days)].sort((a, b) => a - b)
        : dealership.assistant.follow_up_days,
    },
    assistant_settings: merged(assistantSettings(dealership), changes, now),
  };
}

/** @throws Problem 422 for questions that repeat a topic or have no words */
export function checkChanges(changes: Changes): void {
  const errors = questionErrors(changes.questions ?? []);
  if (errors.length > 0) throw unprocessable(errors);
}

/**
 * Changes how the assistant answers; what is left out stays as it is.
 * @throws Problem 422 for questions that repeat a topic or have no words
 */
export async function updateAssistant({ ctx, input }: UpdateAssistant): Promise<DealershipRecord> {
  checkChanges(input);
  const next = withChanges(await getAssistant({ ctx }), input, ctx.services.clock.now());
  await Dealership.updateOne(
    { _id: ctx.dealershipId },
    { $set: { assistant: next.assistant, assistant_settings: next.assistant_settings } },
  );
  forgetDealership(ctx.dealershipId);
  return next;
}
