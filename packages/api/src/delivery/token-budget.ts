import mongoose from 'mongoose';
import type { TokenBudget } from '../answering/types.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { Env } from '../env.ts';
import type { Clock } from '../lib/clock.ts';
import { asOperator } from '../tenancy/context.ts';
import { Usage } from './usage-model.ts';

/** The calendar month a time falls in, UTC: `2026-11`. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** Counts the tokens of each dealership and month in the database; a reservation is one atomic step. */
export function createTokenBudget(env: Pick<Env, 'aiMonthlyTokens'>, clock: Clock): TokenBudget {
  async function ensureMonth(id: string, dealershipId: string, month: string): Promise<void> {
    try {
      await Usage.updateOne(
        { _id: id },
        { $setOnInsert: { dealership_id: dealershipId, month, tokens: 0 } },
        { upsert: true },
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  const idOf = (dealershipId: string, month: string) => `${dealershipId} ${month}`;
  return {
    reserve: (dealershipId, tokens) =>
      asOperator(async () => {
        const month = monthOf(clock.now());
        const id = idOf(dealershipId, month);
        await ensureMonth(id, dealershipId, month);
        const reserved = await Usage.updateOne(
          { _id: id, tokens: mongoose.trusted({ $lte: env.aiMonthlyTokens - tokens }) },
          { $inc: { tokens } },
        );
        return reserved.modifiedCount === 1;
      }),
    settle: (dealershipId, reserved, used) =>
      asOperator(async () => {
        await Usage.updateOne({ _id: idOf(dealershipId, monthOf(clock.now())) }, { $inc: { tokens: used - reserved } });
      }),
  };
}
