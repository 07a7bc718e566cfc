import mongoose from 'mongoose';
import type { ModelCall, TokenBudget } from '../answering/types.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { Env } from '../env.ts';
import { assistantSettings } from '../features/assistant/assistant-settings.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { Clock } from '../lib/clock.ts';
import { asOperator } from '../tenancy/context.ts';
import { ModelUsage } from './model-usage-model.ts';
import { Usage } from './usage-model.ts';

/** The calendar month a time falls in, UTC: `2026-11`. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** The tokens of a month from which the smaller model writes, and from which none does. */
export function limitsOf(
  dealership: Pick<DealershipRecord, 'assistant_settings'>,
  env: Pick<Env, 'aiMonthlyTokens'>,
): { soft: number; hard: number } {
  const { monthly_tokens, soft_percent } = assistantSettings(dealership).budget;
  const hard = Math.min(monthly_tokens ?? env.aiMonthlyTokens, env.aiMonthlyTokens);
  return { soft: Math.floor((hard * soft_percent) / 100), hard };
}

/** Changes a counter that may not be there yet; of two that make it at once the second finds the first's. */
async function upsert(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await change();
  }
}

async function noteCall(dealershipId: string, day: string, { purpose, ok, usage }: ModelCall): Promise<void> {
  const counted = {
    calls: 1,
    failed: ok ? 0 : 1,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
  };
  await upsert(() =>
    ModelUsage.updateOne(
      { _id: `${dealershipId} ${day} ${purpose}` },
      { $setOnInsert: { dealership_id: dealershipId, day, purpose }, $inc: counted },
      { upsert: true },
    ),
  );
}

/** Counts the tokens of each dealership and month in the database; a reservation is one atomic step. */
export function createTokenBudget(env: Pick<Env, 'aiMonthlyTokens'>, clock: Clock): TokenBudget {
  const idOf = (dealershipId: string, month: string) => `${dealershipId} ${month}`;
  const limits = async (dealershipId: string) => limitsOf((await findDealership(dealershipId)) ?? {}, env);
  return {
    reserve: (dealershipId, tokens) =>
      asOperator(async () => {
        const month = monthOf(clock.now());
        const id = idOf(dealershipId, month);
        const { hard } = await limits(dealershipId);
        await upsert(() =>
          Usage.updateOne(
            { _id: id },
            { $setOnInsert: { dealership_id: dealershipId, month, tokens: 0 } },
            { upsert: true },
          ),
        );
        const reserved = await Usage.updateOne(
          { _id: id, tokens: mongoose.trusted({ $lte: hard - tokens }) },
          { $inc: { tokens } },
        );
        return reserved.modifiedCount === 1;
      }),
    settle: (dealershipId, reserved, used) =>
      asOperator(async () => {
        await Usage.updateOne({ _id: idOf(dealershipId, monthOf(clock.now())) }, { $inc: { tokens: used - reserved } });
      }),
    isLow: (dealershipId) =>
      asOperator(async () => {
        const usage = await Usage.findOne({ _id: idOf(dealershipId, monthOf(clock.now())) }).lean();
        return (usage?.tokens ?? 0) >= (await limits(dealershipId)).soft;
      }),
    note: (dealershipId, call) =>
      asOperator(() => noteCall(dealershipId, clock.now().toISOString().slice(0, 10), call)),
  };
}
