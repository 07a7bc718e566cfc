import { type Quote, quoteKnowledge } from '../knowledge/quote-knowledge.ts';
import { rankAlternatives } from '../rank-alternatives.ts';
import { namesVehicle } from '../rules/classify-by-rules.ts';
import { findModelMention } from '../stock/find-model-mention.ts';
import { findNamedVehicle } from '../stock/find-named-vehicle.ts';
import { fitsWish, readWish } from '../stock/read-wish.ts';
import { wantedText } from '../stock/wanted-text.ts';
import { foldText } from '../text/fold-text.ts';
import { sanitizeText } from '../text/sanitize-text.ts';
import type { Escalation, Language, ReplyRequest, VehicleFacts } from '../types.ts';
import { wordsOf } from '../vehicle-search-tokens.ts';
import { carWords, isForSale } from './car-words.ts';
import { detectTopics, type Topics } from './detect-topics.ts';
import { latestCustomerText } from './latest-customer-text.ts';
import { personPhrases } from './person-phrases.ts';
import { type CarWords, type PersonWords, type Phrases, phrases } from './phrases.ts';

/** Everything the templates look at, worked out once. */
export interface ReplyContext {
  request: ReplyRequest;
  language: Language;
  phrases: Phrases;
  topics: Topics;
  text: string;
  /** The words for the enquired car; null when it is not in stock. */
  car: CarWords | null;
  alternatives: CarWords[];
  /** Whether a car for sale is of the kind, or within the budget, that the customer asked for; null without a wish. */
  wish: 'met' | 'unmet' | null;
  /** Cars for sale that the customer named, when no single one was meant. */
  namedCars: CarWords[];
  /** A car was named that stock does not have: its name where it is safe to repeat, else null. */
  missingCar: { name: string | null } | null;
  person: PersonWords;
  /** What the dealership's knowledge answers, word for word. */
  quote: Quote | null;
  answeredBefore: boolean;
}

const receiptFor: readonly Escalation[] = ['human_requested', 'gdpr', 'legal', 'complaint', 'abuse', 'safety'];
const safeName = /^[\p{L}\p{N}][\p{L}\p{N} .+/-]{1,39}$/u;

/** The escalation that turns an answer into a receipt; null when the question can be answered. */
export function receiptReason(escalations: Escalation[]): Escalation | null {
  return receiptFor.find((escalation) => escalations.includes(escalation)) ?? null;
}

function findMissingCar(request: ReplyRequest, text: string, isNamed: boolean): { name: string | null } | null {
  if (request.vehicle !== null || isNamed) return null;
  const interest = request.vehicleInterest?.trim() ?? '';
  if (interest !== '' && namesVehicle(interest)) return { name: safeName.test(interest) ? interest : null };
  if (!namesVehicle(wantedText(text)) || request.understanding.intents.includes('sell')) return null;
  const named = findNamedVehicle(wantedText(text));
  return { name: named !== null && safeName.test(named) ? named : null };
}

/** For sale and not the enquired one; without a car, those that fit what the customer looks for come first or alone. */
function otherCars(request: ReplyRequest, text: string, limit: number): VehicleFacts[] {
  const others = request.alternatives.filter((other) => isForSale(other) && other.id !== request.vehicle?.id);
  if (request.vehicle !== null) return others.slice(0, limit);
  const wish = readWish(text);
  const fitting = wish === null ? [] : others.filter((other) => fitsWish(other, wish));
  return rankAlternatives({ vehicle: null, text }, fitting.length > 0 ? fitting : others, limit);
}

/** Cars for sale that go by a name in the text, unless the customer named another year. */
function findNamedCars(request: ReplyRequest, wanted: string): VehicleFacts[] {
  if (request.vehicle !== null) return [];
  const words = wordsOf(wanted);
  const years = words.filter((word) => /^(?:19[89]|20[0-4])\d$/.test(word)).map(Number);
  return request.alternatives.filter(
    (other) =>
      isForSale(other) &&
      findModelMention(words, new Set(), other.make, other.model) > 0.8 &&
      (years.length === 0 || other.year === null || years.includes(other.year)),
  );
}

function judgeWish(request: ReplyRequest, wanted: string): 'met' | 'unmet' | null {
  const wish = request.vehicle === null ? readWish(wanted) : null;
  if (wish === null) return null;
  return request.alternatives.some((other) => isForSale(other) && fitsWish(other, wish)) ? 'met' : 'unmet';
}

/** The topics that are still open once the knowledge has answered. */
function withoutAnswered(topics: Topics, quote: Quote | null): Topics {
  if (quote === null) return topics;
  const answered = foldText(`${quote.fact.title}\n${quote.fact.text}`);
  const unknown = topics.unknown.filter(({ pattern }) => !pattern.test(answered));
  return { ...topics, unknown, unrecognisedQuestion: false, unrecognisedStatement: false };
}

/** Works out what a template reply depends on. */
export function createReplyContext(request: ReplyRequest): ReplyContext {
  const { language } = request;
  const text = sanitizeText(latestCustomerText(request.conversation));
  const { dealership, understanding, vehicle } = request;
  const short = request.channel === 'sms';
  const wanted = `${request.vehicleInterest ?? ''} ${wantedText(text)}`;
  const negotiation = understanding.escalations.includes('price_negotiation');
  const namedCars = findNamedCars(request, wanted);
  const quote = request.purpose === 'reply' ? quoteKnowledge(request.knowledge ?? [], text, language) : null;
  return {
    request,
    language,
    phrases: (request.writer === 'person' ? personPhrases : phrases)[language],
    topics: withoutAnswered(detectTopics(text, understanding.intents, negotiation, vehicle), quote),
    quote,
    text,
    car: vehicle === null ? null : carWords(vehicle, short),
    alternatives: otherCars(request, wanted, short ? 1 : 2).map((other) => carWords(other, short)),
    wish: judgeWish(request, wanted),
    namedCars: namedCars.slice(0, short ? 1 : 3).map((named) => carWords(named, short)),
    missingCar: findMissingCar(request, text, namedCars.length > 0),
    person: { dealership: dealership.name, assistant: dealership.assistantName, phone: dealership.contact.phone },
    answeredBefore: request.conversation.some(({ from }) => from === 'assistant'),
  };
}
