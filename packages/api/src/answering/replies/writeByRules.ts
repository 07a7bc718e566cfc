import type { Escalation, Language, ReplyRequest } from '../types.ts';
import { disclosureLine } from './addDisclosure.ts';
import { composeAnswer } from './composeAnswer.ts';
import { composeFollowUp } from './composeFollowUp.ts';
import { composeSubject } from './composeSubject.ts';
import { firstName } from './firstName.ts';
import type { Receipt } from './phrases.ts';
import { createReplyContext, type ReplyContext, receiptReason } from './replyContext.ts';
import { toSmsText } from './toSmsText.ts';

export interface RulesReply {
  text: string;
  subject: string;
  language: Language;
}

/** Longest SMS the templates write, in characters. */
export const longestSms = 320;

function receiptKind(reason: Escalation): Receipt {
  return reason === 'human_requested' || reason === 'gdpr' || reason === 'complaint' ? reason : 'neutral';
}

function assembleEmail(context: ReplyContext, sentences: string[], disclosure: string): string {
  const greeting = context.phrases.greeting(firstName(context.request.customerName));
  return `${greeting}\n\n${sentences.join(' ')}\n\n${disclosure}`;
}

function assembleSms(context: ReplyContext, sentences: string[]): string {
  const greeting = context.phrases.greeting(firstName(context.request.customerName)).replace(/,$/, '.');
  const { assistant, dealership } = context.person;
  const disclosure = disclosureLine(context.language, 'sms', assistant, dealership);
  const fits = (count: number) => toSmsText([greeting, ...sentences.slice(0, count), disclosure].join(' '));
  for (let count = sentences.length; count > 1; count -= 1) {
    const text = fits(count);
    if (text.length <= longestSms) return text;
  }
  return fits(1);
}

/** Writes a reply from templates and facts alone: deterministic, in bokmål or English, never empty. */
export function writeByRules(request: ReplyRequest): RulesReply {
  const context = createReplyContext(request);
  const reason = request.purpose === 'reply' ? receiptReason(request.understanding.escalations) : null;
  const { phrases, person } = context;
  const sentences =
    reason !== null
      ? [phrases.receipt(receiptKind(reason), person)]
      : request.purpose === 'follow_up'
        ? composeFollowUp(context)
        : composeAnswer(context);
  const disclosure =
    reason === null
      ? disclosureLine(context.language, 'email', person.assistant, person.dealership)
      : phrases.takeoverDisclosure(person);
  const text =
    request.channel === 'sms' ? assembleSms(context, sentences) : assembleEmail(context, sentences, disclosure);
  return { text, subject: composeSubject(request), language: context.language };
}
