import { describeError } from '../../lib/describe-error.ts';
import type { AnsweringDeps, ModelFailure, ModelProvider, ModelRequest, TokenUsage } from '../types.ts';
import { estimateTokens } from './estimate-tokens.ts';

export type BudgetedAnswer<Output> =
  | { ok: true; output: Output; usage: TokenUsage }
  | { ok: false; reason: ModelFailure | 'budget'; usage: TokenUsage };

type Deps = Pick<AnsweringDeps, 'budget' | 'logger' | 'purpose'>;

/** Failures before anything was asked: there is no call to book. */
const neverAsked: readonly string[] = ['circuit_open', 'disabled'];

async function tierOf<Output>(request: ModelRequest<Output>, { budget }: Deps): Promise<'fast' | 'main'> {
  if (request.tier === 'fast') return 'fast';
  return (await budget.isLow?.(request.tenantId)) ? 'fast' : 'main';
}

async function book<Output>(
  request: ModelRequest<Output>,
  reserved: number,
  answer: { ok: boolean; reason?: ModelFailure; usage: TokenUsage },
  { budget, logger, purpose }: Deps,
): Promise<void> {
  try {
    await budget.settle(request.tenantId, reserved, answer.usage.inputTokens + answer.usage.outputTokens);
    if (answer.reason !== undefined && neverAsked.includes(answer.reason)) return;
    const bookedUnder = purpose ?? request.purpose ?? (request.tier === 'fast' ? 'understanding' : 'reply');
    await budget.note?.(request.tenantId, { purpose: bookedUnder, ok: answer.ok, usage: answer.usage });
  } catch (error) {
    // The answer is paid for; losing it would not bring the tokens back.
    logger?.warn({ ...describeError(error), dealership_id: request.tenantId }, 'Token usage could not be booked');
  }
}

/**
 * Calls the model when the dealership's budget allows it, the smaller one from its soft limit on, and books what the
 * call used, failed or not.
 */
export async function callWithBudget<Output>(
  model: ModelProvider,
  request: ModelRequest<Output>,
  deps: Deps,
): Promise<BudgetedAnswer<Output>> {
  const needed = estimateTokens(request.system, ...request.messages.map(({ content }) => content)) + request.maxTokens;
  // Asked first: what is reserved for this call is not used yet.
  const tier = await tierOf(request, deps);
  if (!(await deps.budget.reserve(request.tenantId, needed)))
    return { ok: false, reason: 'budget', usage: { inputTokens: 0, outputTokens: 0 } };
  const answer = await model.complete({ ...request, tier });
  await book(request, needed, answer, deps);
  return answer;
}
