import type { components } from '../../generated/openapi.ts';
import { type FieldError, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { newId } from '../../lib/ids.ts';
import { forgetDealership } from '../dealership/find-dealership.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { assistantSets } from './assistant-sets.ts';
import type { AssistantSettings } from './assistant-settings.ts';
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
    const sameId = questions.findIndex(({ id }) => id !== undefined && id === question.id);
    if (sameId >= 0 && sameId !== index)
      return [{ pointer: `#/questions/${index}/id`, detail: 'Another question has this id.' }];
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

function settingSets(changes: Changes, now: Date): Record<string, unknown> {
  const { name, auto_reply, follow_up_days, channels = {}, budget = {}, ...given } = changes;
  const { never_say, escalate_words, questions, instructions, ...plain } = given;
  const inChannels = Object.entries(channels).flatMap(([channel, set]) =>
    Object.entries(set).map(([field, value]) => [`channels.${channel}.${field}`, value]),
  );
  return {
    ...plain,
    ...(instructions === undefined ? {} : { instructions: instructions?.trim() || null }),
    ...(never_say ? { never_say: words(never_say) } : {}),
    ...(escalate_words ? { escalate_words: words(escalate_words) } : {}),
    ...(questions ? { questions: questionsOf(questions, now) } : {}),
    ...Object.fromEntries(inChannels),
    ...Object.fromEntries(Object.entries(budget).map(([field, value]) => [`budget.${field}`, value])),
  };
}

/** What a change sets, by path: of two at once neither takes back what the other set. */
function setsOf(changes: Changes, now: Date): Record<string, unknown> {
  const settings = Object.entries(settingSets(changes, now));
  return {
    ...assistantSets(changes),
    ...Object.fromEntries(settings.map(([path, value]) => [`assistant_settings.${path}`, value])),
  };
}

function put(record: Record<string, unknown>, [name = '', ...deeper]: string[], value: unknown): void {
  if (deeper.length === 0) {
    record[name] = value;
    return;
  }
  const inner = { ...(record[name] as Record<string, unknown> | undefined) };
  record[name] = inner;
  put(inner, deeper, value);
}

/** The settings a dealership would have after a change, without storing them. */
export function withChanges(dealership: DealershipRecord, changes: Changes, now: Date): DealershipRecord {
  const next: Record<string, unknown> = { ...dealership };
  for (const [path, value] of Object.entries(setsOf(changes, now))) put(next, path.split('.'), value);
  return next as unknown as DealershipRecord;
}

/** @throws Problem 422 for questions that repeat a topic or an id, or have no words */
export function checkChanges(changes: Changes): void {
  const errors = questionErrors(changes.questions ?? []);
  if (errors.length > 0) throw unprocessable(errors);
}

/**
 * Changes how the assistant answers; what is left out stays as it is.
 * @throws Problem 422 for questions that repeat a topic or an id, or have no words
 */
export async function updateAssistant({ ctx, input }: UpdateAssistant): Promise<DealershipRecord> {
  checkChanges(input);
  const sets = setsOf(input, ctx.services.clock.now());
  if (Object.keys(sets).length > 0) await Dealership.updateOne({ _id: ctx.dealershipId }, { $set: sets });
  forgetDealership(ctx.dealershipId);
  return getAssistant({ ctx });
}
