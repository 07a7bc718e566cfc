import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];

/** The paths of a dealership that a change of its assistant's name, silence or follow-ups sets, and no others. */
export function assistantSets({
  name,
  auto_reply,
  follow_up_days: days,
}: Pick<Schemas['AssistantUpdate'], 'name' | 'auto_reply' | 'follow_up_days'>): Record<string, unknown> {
  return {
    ...(name === undefined ? {} : { 'assistant.name': name.trim() }),
    ...(auto_reply === undefined ? {} : { 'assistant.auto_reply': auto_reply }),
    ...(days === undefined ? {} : { 'assistant.follow_up_days': [...new Set(days)].sort((a, b) => a - b) }),
  };
}
