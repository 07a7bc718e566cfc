import { splitSentences } from '../text/split-sentences.ts';
import type { Escalation, Language, ReplyRequest } from '../types.ts';
import { disclosureLine } from './add-disclosure.ts';
import { shorten, styledGreeting } from './apply-style.ts';
import { composeAnswer } from './compose-answer.ts';
import { composeFollowUp } from './compose-follow-up.ts';
import { composeSubject } from './compose-subject.ts';
import { greetedName } from './first-name.ts';
import { leftToWriter } from './left-to-writer.ts';
import type { Receipt } from './phrases.ts';
import { createReplyContext, type ReplyContext, receiptReason } from './reply-context.ts';
import { toSmsText } from './to-sms-text.ts';

export interface RulesReply {
  text: string;
  subject: string;
  language: Language;
  /** In English, what the customer asked that stock does not hold. */
  unanswered: string[];
}

const longestSms = 320;

function receiptKind(reason: Escalation): Receipt {
  return reason === 'human_requested' || reason === 'gdpr' || reason === 'complaint' ? reason : 'neutral';
}

function greetingOf({ request, phrases, language }: ReplyContext): string {
  const name = greetedName(request.customerName);
  return styledGreeting(request.style, language, name) ?? phrases.greeting(name);
}

function assembleEmail(context: ReplyContext, sentences: string[], ending: string[]): string {
  return [greetingOf(context), sentences.join(' '), ...ending].join('\n\n');
}

function assembleSms(context: ReplyContext, sentences: string[], ending: string[]): string {
  const greeting = greetingOf(context).replace(/,$/, '.');
  const fits = (count: number) => toSmsText([greeting, ...sentences.slice(0, count), ...ending].join(' '));
  for (let count = sentences.length; count > 1; count -= 1) {
    const text = fits(count);
    if (text.length <= longestSms) return text;
  }
  const { phrases, person, request } = context;
  const shorter = [fits(1), toSmsText([sentences[0] ?? '', ...ending].join(' '))];
  // A person can cut it short themselves; an assistant says less than what would not go out.
  const least = request.writer === 'person' ? (sentences[0] ?? greeting) : phrases.withSeller(person.dealership);
  return shorter.find((text) => text.length <= longestSms) ?? toSmsText([least, ...ending].join(' '));
}

function lastLine({ request, phrases, person, language }: ReplyContext, handsOver: boolean): string[] {
  if (request.writer === 'person') return [];
  if (!handsOver) return [disclosureLine(language, request.channel, person.assistant, person.dealership)];
  return [request.channel === 'sms' ? phrases.shortTakeoverDisclosure(person) : phrases.takeoverDisclosure(person)];
}

function sentencesOf(context: ReplyContext, reason: Escalation | null): string[] {
  if (reason !== null) return splitSentences(context.phrases.receipt(receiptKind(reason), context.person));
  return shorten(
    context.request.purpose === 'follow_up' ? composeFollowUp(context) : composeAnswer(context),
    context.request.style,
  );
}

/** Writes a reply from templates and facts alone: deterministic, in the customer's language, never empty. */
export function writeByRules(request: ReplyRequest): RulesReply {
  const context = createReplyContext(request);
  const reason = request.purpose === 'reply' ? receiptReason(request.understanding.escalations) : null;
  const sentences = sentencesOf(context, reason).flatMap(splitSentences);
  const ending = lastLine(context, reason !== null);
  const assemble = request.channel === 'sms' ? assembleSms : assembleEmail;
  const { unknown, equipmentMissing } = context.topics;
  const left = request.writer === 'person' ? leftToWriter(context) : [];
  return {
    text: assemble(context, sentences, ending),
    subject: composeSubject(request),
    language: context.language,
    unanswered: [...[...equipmentMissing, ...unknown].map(({ en }) => en), ...left],
  };
}
