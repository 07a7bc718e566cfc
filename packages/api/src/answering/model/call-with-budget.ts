import { describeError } from '../../lib/describe-error.ts';
import type { AnsweringDeps, ModelFailure, ModelProvider, ModelRequest, TokenUsage } from '../types.ts';
import { estimateTokens } from './estimate-tokens.ts';

export type BudgetedAnswer<Output> =
  | { ok: true; output: Output; usage: TokenUsage }
  | { ok: false; reason: ModelFailure | 'budget'; usage: TokenUsage };

/** Calls the model when the dealership's budget allows it, and books what the call used, failed or not. */
export async function callWithBudget<Output>(
  model: ModelProvider,
  request: ModelRequest<Output>,
  deps: Pick<AnsweringDeps, 'budget' | 'logger'>,
): Promise<BudgetedAnswer<Output>> {
  const needed = estimateTokens(request.system, ...request.messages.map(({ content }) => content)) + request.maxTokens;
  if (!(await deps.budget.reserve(request.tenantId, needed)))
    return { ok: false, reason: 'budget', usage: { inputTokens: 0, outputTokens: 0 } };
  const answer = await model.complete(request);
  try {
    await deps.budget.settle(request.tenantId, needed, answer.usage.inputTokens + answer.usage.outputTokens);
  } catch (error) {
    // The answer is paid for; losing it would not bring the tokens back.
    deps.logger?.warn({ ...describeError(error), dealership_id: request.tenantId }, 'Token usage could not be booked');
  }
  return answer;
}
