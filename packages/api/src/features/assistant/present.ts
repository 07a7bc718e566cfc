import type { Env } from '../../env.ts';
import type { components } from '../../generated/openapi.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { assistantSettings, perChannel } from './assistant-settings.ts';

/** What clients see of the settings of the assistant. */
export function presentAssistant(
  dealership: DealershipRecord,
  env: Pick<Env, 'aiMonthlyTokens'>,
): components['schemas']['AssistantSettings'] {
  const settings = assistantSettings(dealership);
  return {
    name: dealership.assistant.name,
    auto_reply: dealership.assistant.auto_reply,
    follow_up_days: dealership.assistant.follow_up_days,
    channels: perChannel((name) => {
      const { mode, length } = settings.channels[name];
      return { mode, length };
    }),
    personality: settings.personality,
    disclosure: settings.disclosure,
    instructions: settings.instructions,
    never_say: settings.never_say,
    escalate_words: settings.escalate_words,
    outside_hours: settings.outside_hours,
    burst_wait_seconds: settings.burst_wait_seconds,
    questions: settings.questions.map(({ id, topic, wording }) => ({ id, topic, wording: { ...wording } })),
    budget: {
      monthly_tokens: settings.budget.monthly_tokens,
      soft_percent: settings.budget.soft_percent,
      plan_tokens: env.aiMonthlyTokens,
    },
  };
}
