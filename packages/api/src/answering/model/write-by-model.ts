import type { GateFacts, Violation } from '../claims/gate-types.ts';
import { violation } from '../claims/violation.ts';
import { claimsGate } from '../claims-gate.ts';
import { addDisclosure } from '../replies/add-disclosure.ts';
import { questionIn } from '../replies/apply-style.ts';
import type { AnsweringDeps, Claim, ModelProvider, ModelRequest, ReplyRequest, TokenUsage } from '../types.ts';
import { callWithBudget } from './call-with-budget.ts';
import { randomMark, secureRandom } from './prompt-material.ts';
import { replySystemPrompt, replyUserPrompt, rewritePrompt } from './reply-prompt.ts';
import { type ModelReply, replySchema } from './reply-schema.ts';

export type ModelWriting =
  | { ok: true; text: string; claims: Claim[]; unanswered: string[]; usage: TokenUsage }
  | { ok: false; reason: string; usage: TokenUsage };

// With the 8 s that understanding may take, a reply is decided within 30 s.
const wholeDeadlineMs = 20_000;
const firstDeadlineMs = 12_000;
const leastTimeForRewriteMs = 4000;
const settings = { tier: 'main', schema: replySchema, effort: 'medium', maxTokens: 2000 } as const;

function add(left: TokenUsage, right: TokenUsage): TokenUsage {
  return { inputTokens: left.inputTokens + right.inputTokens, outputTokens: left.outputTokens + right.outputTokens };
}

interface Judged {
  text: string;
  violations: Violation[];
  claims: Claim[];
  unanswered: string[];
}

function judge(output: ModelReply, request: ReplyRequest, facts: GateFacts, canary: string): Judged {
  const question = request.purpose === 'reply' ? questionIn(request.style, request.language) : null;
  const text = addDisclosure(question === null ? output.reply : `${output.reply.trim()} ${question}`, request);
  const { violations, claims } = claimsGate(text, facts, request.language);
  const known = new Set([facts.vehicle?.id, ...facts.alternatives.map(({ id }) => id)]);
  const strangers = output.vehicle_ids.filter((id) => !known.has(id));
  if (strangers.length > 0)
    violations.push(
      violation('car_unknown', strangers.join(', ').slice(0, 80), 'These vehicle ids are not in the facts.'),
    );
  if (output.reply.includes(canary)) violations.push(violation('mark_leaked', 'internal mark'));
  const unanswered = output.unanswered.slice(0, 5).map((question) => question.slice(0, 200));
  return { text, violations, claims, unanswered };
}

function accept({ text, claims, unanswered }: Judged, usage: TokenUsage): ModelWriting {
  return { ok: true, text, claims, unanswered, usage };
}

function describe(violations: Violation[]): string {
  return violations.map(({ kind, quote }) => `${kind} (${quote.slice(0, 60)})`).join('; ');
}

type Messages = ModelRequest<ModelReply>['messages'];

/** Lets the main model write, checks it, and asks for one rewrite when the gate objects. */
export async function writeByModel(
  model: ModelProvider,
  request: ReplyRequest,
  facts: GateFacts,
  deps: AnsweringDeps,
): Promise<ModelWriting> {
  const random = deps.random ?? secureRandom;
  const boundary = randomMark(random);
  const canary = randomMark(random);
  const startedAt = deps.now().getTime();
  const system = replySystemPrompt(request, boundary, canary);
  const question: Messages = [{ role: 'user', content: replyUserPrompt(request, boundary) }];
  const ask = (messages: Messages, deadlineMs: number) =>
    callWithBudget(
      model,
      { ...settings, system, messages, deadlineMs, tenantId: request.dealership.id, purpose: request.purpose },
      deps,
    );

  const first = await ask(question, firstDeadlineMs);
  if (!first.ok) return first;
  const draft = judge(first.output, request, facts, canary);
  deps.trace?.(draft);
  if (draft.violations.length === 0) return accept(draft, first.usage);

  const refused = describe(draft.violations);
  const leftMs = wholeDeadlineMs - (deps.now().getTime() - startedAt);
  if (leftMs < leastTimeForRewriteMs) return { ok: false, reason: `claims gate: ${refused}`, usage: first.usage };
  const second = await ask(
    [...question, ...askAgain(first.output, draft.violations)],
    Math.min(leftMs, firstDeadlineMs),
  );
  const usage = add(first.usage, second.usage);
  if (!second.ok) return { ok: false, reason: `claims gate: ${refused}; rewrite: ${second.reason}`, usage };
  const rewritten = judge(second.output, request, facts, canary);
  deps.trace?.(rewritten);
  if (rewritten.violations.length === 0) return accept(rewritten, usage);
  return { ok: false, reason: `claims gate, twice: ${describe(rewritten.violations)}`, usage };
}

function askAgain(output: ModelReply, violations: Violation[]): Messages {
  return [
    { role: 'assistant', content: JSON.stringify(output) },
    { role: 'user', content: rewritePrompt(violations) },
  ];
}
