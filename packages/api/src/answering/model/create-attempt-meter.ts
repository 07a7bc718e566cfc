import type { Middleware } from '@anthropic-ai/sdk';
import type { TokenUsage } from '../types.ts';

const neverConnected = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/;

export interface AttemptMeter {
  /** Wraps every HTTP attempt of one call. */
  middleware: Middleware;
  /** Tokens that unanswered attempts may have cost. */
  lost(): TokenUsage;
}

/** Counts attempts that were sent and never answered: they may be billed all the same. */
export function createAttemptMeter(inputTokens: number): AttemptMeter {
  let unanswered = 0;
  const middleware: Middleware = async (request, next) => {
    try {
      return await next(request);
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      if (!neverConnected.test(String(cause))) unanswered += 1;
      throw error;
    }
  };
  return {
    middleware,
    lost: (): TokenUsage => ({ inputTokens: unanswered * inputTokens, outputTokens: 0 }),
  };
}
