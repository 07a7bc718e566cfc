import type { ModelUsageRecord } from '../../delivery/model-usage-model.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { isSandbox } from '../sandbox/sandbox-id.ts';
import type { MonthlyUsage } from './get-usage.ts';

type Usage = components['schemas']['Usage'];
type PurposeUsage = Usage['by_purpose'][number];

function numbersOf({ purpose, calls, failed, input_tokens, output_tokens }: ModelUsageRecord): PurposeUsage {
  return { purpose, calls, failed, input_tokens, output_tokens };
}

function byPurpose(days: readonly ModelUsageRecord[]): PurposeUsage[] {
  const sums = new Map<string, PurposeUsage>();
  for (const day of days) {
    const sum = sums.get(day.purpose);
    if (!sum) {
      sums.set(day.purpose, numbersOf(day));
      continue;
    }
    for (const name of ['calls', 'failed', 'input_tokens', 'output_tokens'] as const) sum[name] += day[name];
  }
  const tokens = (usage: PurposeUsage) => usage.input_tokens + usage.output_tokens;
  return [...sums.values()].sort((one, other) => tokens(other) - tokens(one));
}

/** What clients see of a month's use. */
export function presentUsage(usage: MonthlyUsage, { dealershipId, services: { env } }: TenantContext): Usage {
  const { soft, hard } = usage.limits;
  return {
    month: usage.month,
    provider: env.anthropic && !isSandbox(dealershipId) ? 'anthropic' : 'rules',
    tokens_used: usage.tokensUsed,
    soft_limit: soft,
    hard_limit: hard,
    plan_tokens: env.aiMonthlyTokens,
    level: usage.tokensUsed >= hard ? 'hard' : usage.tokensUsed >= soft ? 'soft' : 'normal',
    by_day: usage.days.map((day) => ({ day: day.day, ...numbersOf(day) })),
    by_purpose: byPurpose(usage.days),
    sms: { messages: usage.sms.messages, parts: usage.sms.parts },
  };
}
