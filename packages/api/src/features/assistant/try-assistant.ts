import { claimsGate } from '../../answering/claims-gate.ts';
import { composeMissedCall } from '../../answering/replies/compose-missed-call.ts';
import { wordingOf } from '../../answering/replies/qualification-questions.ts';
import { receiptReason } from '../../answering/replies/reply-context.ts';
import { understandByRules } from '../../answering/rules/understand-by-rules.ts';
import { findWords } from '../../answering/text/find-words.ts';
import type {
  AnsweringDeps,
  ConversationTurn,
  DealershipFacts,
  EnquiryInput,
  TokenBudget,
  Understanding,
  WrittenAttempt,
  WrittenReply,
} from '../../answering/types.ts';
import { understandEnquiry } from '../../answering/understand-enquiry.ts';
import { factsOf, writeReply } from '../../answering/write-reply.ts';
import { finishReply } from '../../delivery/finish-reply.ts';
import { knowledgeForReply } from '../../delivery/knowledge-for-reply.ts';
import { planReply, type ReplyPlan } from '../../delivery/plan-reply.ts';
import { asks, nextQuestion, type ReplySituation, replyRequest } from '../../delivery/reply-request.ts';
import type { components, operations } from '../../generated/openapi.ts';
import { readTime } from '../../http/read-time.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { dealershipFacts } from '../dealership/dealership-facts.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { reasonsToEscalate } from '../escalations/reasons-to-escalate.ts';
import { modelFor } from '../sandbox/model-for.ts';
import { findStock, type StockMatch } from '../vehicles/find-stock.ts';
import { assistantSettings } from './assistant-settings.ts';
import { getAssistant } from './get-assistant.ts';
import { checkChanges, withChanges } from './update-assistant.ts';

type Schemas = components['schemas'];
type Input = operations['tryAssistant']['requestBody']['content']['application/json'];

interface TryAssistant {
  ctx: TenantContext;
  input: Input;
}

/** What the assistant would make of a message. */
export interface Trial {
  reading: Understanding;
  rules: Understanding;
  stock: StockMatch;
  decision: Schemas['Trial']['decision'];
  attempts: WrittenAttempt[];
  reply: (WrittenReply & { violations: WrittenAttempt['violations'] }) | null;
  timingsMs: { stock: number; reading: number; writing: number };
  tokens: number;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - startedAt)];
}

function enquiryOf(input: Input, stock: StockMatch, channel: EnquiryInput['channel']): EnquiryInput {
  return {
    channel,
    text: input.message,
    subject: null,
    fromName: input.customer_name ?? null,
    fromEmail: null,
    fromPhone: null,
    vehicleInterest: input.vehicle_interest ?? null,
    declaredLanguage: null,
    vehicle: stock.vehicle,
  };
}

function decide(
  plan: ReplyPlan,
  dealership: DealershipRecord,
  reading: Understanding,
): Pick<Trial['decision'], 'action' | 'reason' | 'send_at'> {
  if (reading.automated || reading.label === 'spam')
    return { action: 'silent', reason: 'It does not look like an enquiry of a person', send_at: null };
  if (!dealership.assistant.auto_reply) return { action: 'silent', reason: 'Automatic replies are off', send_at: null };
  if (plan.action === 'off') return { action: 'silent', reason: plan.reason, send_at: null };
  if (plan.action === 'hold') return { action: 'hold', reason: plan.reason, send_at: plan.until.toISOString() };
  return { action: plan.action, reason: plan.action === 'draft' ? plan.reason : null, send_at: null };
}

function situationOf(
  input: Input,
  dealership: DealershipRecord,
  reading: Understanding,
  stock: StockMatch,
  now: Date,
): ReplySituation {
  const channel = input.channel ?? 'website';
  const { intent, budget, timeline, financing, testDrive, tradeIn } = reading.qualification;
  return {
    purpose: 'reply',
    step: null,
    channel: channel === 'sms' || channel === 'phone' ? 'sms' : 'email',
    askedOn: channel,
    dealership,
    lead: {
      customer: {
        ...{ name: input.customer_name ?? null, email: null, phone: null, emails: [], phones: [] },
        language: reading.language,
      },
      vehicle_interest: input.vehicle_interest ?? null,
      source: channel,
      subject: null,
      qualification: { intent, budget, timeline, financing, test_drive: testDrive, trade_in: tradeIn },
    },
    understanding: reading,
    stock,
    conversation: [...(input.earlier ?? []), { from: 'customer', text: input.message }],
    knowledge: [],
    asked: [],
    now,
  };
}

/** The budget, with a count of what was used of it. */
function counted(budget: TokenBudget): { budget: TokenBudget; used: () => number } {
  let used = 0;
  return {
    used: () => used,
    budget: {
      ...budget,
      settle: (dealershipId, reserved, tokens) => {
        used += tokens;
        return budget.settle(dealershipId, reserved, tokens);
      },
    },
  };
}

type Reply = NonNullable<Trial['reply']>;

/** The text back after a missed call, which is always the same. */
function textBack(facts: DealershipFacts): Reply {
  const { language } = facts;
  const nothing = {
    subject: '',
    claims: [],
    violations: [],
    unanswered: [],
    usage: { inputTokens: 0, outputTokens: 0 },
  };
  return { ...nothing, text: composeMissedCall(language, facts), language, writtenBy: 'rules', fallbackReason: null };
}

/** What goes out: written, judged, and finished as the channel wants it. */
async function writeTrial(situation: ReplySituation, deps: AnsweringDeps): Promise<Reply> {
  const { dealership, askedOn, conversation } = situation;
  if (askedOn === 'phone') return textBack(dealershipFacts(dealership));
  const request = replyRequest(situation);
  const reply = await writeReply(request, deps);
  const { violations } = claimsGate(reply.text, factsOf(request), reply.language);
  const told = conversation.some(({ from }) => from === 'assistant');
  const { text } = finishReply(reply, { channel: askedOn, first: !told, told }, dealership);
  return { ...reply, text, violations };
}

function decisionOf(
  decided: Pick<Trial['decision'], 'action' | 'reason' | 'send_at'>,
  situation: ReplySituation,
  reply: Reply | null,
): Trial['decision'] {
  const { dealership, understanding } = situation;
  const forbidden = reply?.forbidden ?? [];
  const said = situation.conversation.at(-1)?.text ?? '';
  const triggered = findWords(said, assistantSettings(dealership).escalate_words).length > 0;
  const question = nextQuestion(situation);
  const wording = question === null ? {} : wordingOf(question.topic, question.wording);
  return {
    ...decided,
    ...(forbidden.length > 0 && decided.action === 'send'
      ? { action: 'draft', reason: `It holds words you never want: ${forbidden.join(', ')}` }
      : {}),
    escalates: reasonsToEscalate(understanding, triggered, 'assistant'),
    hands_over: receiptReason(understanding.escalations) !== null,
    question: reply !== null && asks(reply.text, wording) ? (wording[reply.language] ?? null) : null,
  };
}

/**
 * Runs a message through what an enquiry runs through, against the dealership's own stock and settings, or settings that
 * are not saved yet. Nothing is sent and nothing stored but the tokens that were used.
 * @throws Problem 400 for a time that is none, 422 for settings that could not be saved either
 */
export async function tryAssistant({ ctx, input }: TryAssistant): Promise<Trial> {
  const { services } = ctx;
  if (input.settings) checkChanges(input.settings);
  const model = modelFor(services, ctx.dealershipId);
  const now = input.at === undefined ? services.clock.now() : readTime(input.at, '#/at');
  const stored = await getAssistant({ ctx });
  const dealership = input.settings ? withChanges(stored, input.settings, now) : stored;
  const facts = dealershipFacts(dealership);
  const channel = input.channel ?? 'website';
  const earlier = (input.earlier ?? []).filter(({ from }) => from === 'customer').map(({ text }) => text);
  const [stock, stockMs] = await timed(() =>
    findStock(null, input.message, input.vehicle_interest ?? null, earlier.join('\n')),
  );
  const enquiry = enquiryOf(input, stock, channel);
  const { budget, used } = counted(services.budget);
  const deps = {
    budget,
    logger: services.logger,
    now: () => services.clock.now(),
    purpose: 'playground' as const,
  };
  const [reading, readingMs] = await timed(() =>
    understandEnquiry(enquiry, facts, { ...deps, model: channel === 'email' ? model : null }),
  );
  const turns: ConversationTurn[] = [...(input.earlier ?? []), { from: 'customer', text: input.message }];
  const { facts: knowledge } = await knowledgeForReply(services, { understanding: reading, stock }, turns, dealership);
  const situation = { ...situationOf(input, dealership, reading, stock, now), knowledge };
  const decided = decide(planReply(dealership, channel, now), dealership, reading);
  const attempts: WrittenAttempt[] = [];
  const [reply, writingMs] = await timed(async () =>
    decided.action === 'silent'
      ? null
      : writeTrial(situation, { ...deps, model, trace: (attempt) => attempts.push(attempt) }),
  );
  return {
    reading,
    rules: understandByRules(enquiry, facts),
    stock,
    decision: decisionOf(decided, situation, reply),
    attempts,
    reply,
    timingsMs: { stock: stockMs, reading: readingMs, writing: writingMs },
    tokens: used(),
  };
}
