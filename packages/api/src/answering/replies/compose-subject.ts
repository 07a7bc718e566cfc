import type { ReplyRequest } from '../types.ts';
import { carWords } from './car-words.ts';
import { latestCustomerText } from './latest-customer-text.ts';
import { phrases } from './phrases.ts';
import { receiptReason } from './reply-context.ts';

const replyPrefix = /^(?:(?:re|sv|vs|fwd?|aw|wg)\s*:\s*)+/i;
const longestSubject = 120;

function isReadable(subject: string): boolean {
  return subject !== '' && subject.length <= longestSubject && !/[\r\n]/.test(subject);
}

/** The subject line: the customer's own in a mail thread, else one that names the car. */
export function composeSubject(request: ReplyRequest): string {
  const own = request.customerSubject?.replace(replyPrefix, '').trim() ?? '';
  if (request.purpose === 'reply' && isReadable(own)) return `Re: ${own}`;
  const { subject } = phrases[request.language];
  const { vehicle, dealership, understanding } = request;
  const title = vehicle === null ? null : carWords(vehicle, true).title;
  if (request.purpose === 'follow_up') {
    if (title === null) return subject.followUpWithoutCar(dealership.name);
    return (request.step ?? 1) > 1 ? subject.followUpLater(title) : subject.followUpFirst(title);
  }
  if (receiptReason(understanding.escalations) !== null) return subject.receipt();
  if (vehicle === null || title === null) return subject.withoutCar(dealership.name);
  if (vehicle.status === 'sold' && request.alternatives.length > 0) return subject.sold(title);
  const forSale = vehicle.status === 'available' || vehicle.status === 'demo';
  const [first] = understanding.intents;
  if (forSale && first === 'test_drive') return subject.testDrive(title);
  const asked = latestCustomerText(request.conversation).includes('?') || (first !== 'general' && first !== 'buy');
  return asked ? subject.answer(title) : subject.thanks(title, dealership.name);
}
