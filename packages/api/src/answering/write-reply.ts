import { describeError } from '../lib/describe-error.ts';
import type { GateFacts } from './claims/gate-types.ts';
import { claimsGate } from './claims-gate.ts';
import { writeByModel } from './model/write-by-model.ts';
import { disclosureLine } from './replies/add-disclosure.ts';
import { composeSubject } from './replies/compose-subject.ts';
import { phrases } from './replies/phrases.ts';
import { receiptReason } from './replies/reply-context.ts';
import { type RulesReply, writeByRules } from './replies/write-by-rules.ts';
import { findWords } from './text/find-words.ts';
import type { AnsweringDeps, Claim, ReplyRequest, TokenUsage, WrittenReply } from './types.ts';

const nothingUsed: TokenUsage = { inputTokens: 0, outputTokens: 0 };

type FactsRequest = Pick<
  ReplyRequest,
  | 'vehicle'
  | 'alternatives'
  | 'dealership'
  | 'conversation'
  | 'vehicleInterest'
  | 'customerName'
  | 'channel'
  | 'writer'
  | 'now'
  | 'style'
  | 'knowledge'
>;

/** What a reply to this request may state. */
export function factsOf(request: FactsRequest): GateFacts {
  const said = request.conversation.filter(({ from }) => from === 'customer').map(({ text }) => text);
  return {
    vehicle: request.vehicle,
    alternatives: request.alternatives,
    knowledge: request.knowledge ?? [],
    dealership: request.dealership,
    customerTexts: [...said, request.vehicleInterest ?? ''].filter((text) => text !== ''),
    customerName: request.customerName,
    channel: request.channel,
    writer: request.writer,
    now: request.now,
    neverSay: request.style?.neverSay ?? [],
    ownWords: Object.values(request.style?.question ?? {}),
  };
}

/** Fills the templates; without the knowledge where what it says does not pass the gate. */
function passingTemplate(request: ReplyRequest): { reply: RulesReply; claims: Claim[] } {
  const reply = writeByRules(request);
  const { claims, violations } = claimsGate(reply.text, factsOf(request), reply.language);
  if (violations.length === 0 || (request.knowledge ?? []).length === 0) return { reply, claims };
  const without = { ...request, knowledge: [] };
  const plain = writeByRules(without);
  const judged = claimsGate(plain.text, factsOf(without), plain.language);
  return judged.violations.length < violations.length ? { reply: plain, claims: judged.claims } : { reply, claims };
}

function byRules(request: ReplyRequest, fallbackReason: string, usage: TokenUsage): WrittenReply {
  const { reply, claims } = passingTemplate(request);
  const { text, subject, language, unanswered } = reply;
  const forbidden = findWords(text, request.style?.neverSay ?? []);
  return { text, subject, language, writtenBy: 'rules', claims, fallbackReason, unanswered, forbidden, usage };
}

/** Says only that a person has the message: for facts so broken that no template can be filled. */
function lastResort({ dealership, language, channel, writer }: ReplyRequest): WrittenReply {
  const sentences = phrases[language];
  const disclosure = disclosureLine(language, channel, dealership.assistantName, dealership.name);
  const thanks = sentences.thanksForMessage();
  const text = writer === 'person' ? thanks : `${thanks} ${sentences.withSeller(dealership.name)}\n\n${disclosure}`;
  const subject = sentences.subject.withoutCar(dealership.name);
  return {
    text,
    subject,
    language,
    writtenBy: 'rules',
    claims: [],
    fallbackReason: 'unexpected failure',
    unanswered: [],
    usage: nothingUsed,
  };
}

async function write(request: ReplyRequest, deps: AnsweringDeps): Promise<WrittenReply> {
  const handOver = request.purpose === 'reply' ? receiptReason(request.understanding.escalations) : null;
  if (handOver !== null) return byRules(request, `a person takes over: ${handOver}`, nothingUsed);
  // A template cannot be talked into anything.
  if (request.understanding.injectionSuspected)
    return byRules(request, 'instructions to the assistant suspected', nothingUsed);
  if (deps.model === null) return byRules(request, 'no model configured', nothingUsed);
  const written = await writeByModel(deps.model, request, factsOf(request), deps);
  if (!written.ok) return byRules(request, written.reason, written.usage);
  const { text, claims, unanswered, usage } = written;
  const subject = composeSubject(request);
  return {
    text,
    subject,
    language: request.language,
    writtenBy: 'model',
    claims,
    fallbackReason: null,
    unanswered,
    usage,
  };
}

/**
 * Writes the answer or follow-up to a customer: by the model when there is one, it may be afforded and what it writes
 * passes the claims gate, else from templates. Never throws and never comes back empty.
 */
export async function writeReply(request: ReplyRequest, deps: AnsweringDeps): Promise<WrittenReply> {
  try {
    return await write(request, deps);
  } catch (error) {
    deps.logger?.warn({ ...describeError(error), dealership_id: request.dealership.id }, 'A reply fell back to rules');
  }
  try {
    return byRules(request, 'unexpected failure', nothingUsed);
  } catch (error) {
    deps.logger?.warn({ ...describeError(error), dealership_id: request.dealership.id }, 'No template could be filled');
    return lastResort(request);
  }
}
