import { makes } from '../stock/makes.ts';
import { ordinaryNames } from '../stock/ordinary-names.ts';
import { readWish } from '../stock/read-wish.ts';
import { wantedText } from '../stock/wanted-text.ts';
import { foldText } from '../text/fold-text.ts';
import type { Confidence, EnquiryInput, EnquiryLabel, Escalation, Intent } from '../types.ts';
import { vehicleSearchTokens, wordsOf } from '../vehicle-search-tokens.ts';
import type { AutomatedMail } from './detect-automated.ts';
import {
  aboutBusiness,
  aboutService,
  aboutTheLastVisit,
  hasACar,
  hasBought,
  sellsToDealer,
  soundsLikeSpam,
  speaksOfCar,
  takesItBack,
} from './mail-kinds.ts';
import { readHeaders } from './read-headers.ts';

export interface Classification {
  label: EnquiryLabel;
  confidence: Confidence;
  reasons: string[];
}

const makeTokens = new Set([...makes.keys()].flatMap((make) => wordsOf(make)).filter((token) => token.length > 2));
const modelTokens = new Set(
  [...makes.values()]
    .flat()
    .map((model) => wordsOf(model).join(''))
    .filter((token) => token.length > 2 && !/^\d+$/.test(token)),
);
/** Whether a text names a make or a model anybody would recognise as a car. */
export function namesVehicle(text: string): boolean {
  return vehicleSearchTokens(text).some(
    (token) => (makeTokens.has(token) || modelTokens.has(token)) && !ordinaryNames.has(token),
  );
}

const grievances = new Set<Escalation>(['legal', 'complaint', 'gdpr', 'safety']);

interface Evidence {
  sales: number;
  other: number;
  spam: number;
  reasons: string[];
}

function weighSales(input: EnquiryInput, folded: string, intents: Intent[], evidence: Evidence): void {
  const concrete = intents.filter((intent) => intent !== 'general' && intent !== 'opening_hours');
  if (input.vehicle !== null) add(evidence, 'sales', 3, `Names a vehicle in stock: ${input.vehicle.title}`);
  else if (namesVehicle(`${input.vehicleInterest ?? ''} ${wantedText(input.text)} ${input.subject ?? ''}`))
    add(evidence, 'sales', 1.5, 'Names a car');
  else if (speaksOfCar(folded).length > 0) add(evidence, 'sales', 0.5, 'Speaks of a car');
  if (input.vehicle === null && readWish(input.text) !== null) add(evidence, 'sales', 1, 'Says what they look for');
  if (concrete.length > 0)
    add(evidence, 'sales', 1 + concrete.length * 0.75, `Asks about ${concrete.map(spokenIntent).join(', ')}`);
  else if (intents.includes('opening_hours')) add(evidence, 'sales', 1, 'Asks when or where to come');
  if (['website', 'facebook', 'chat', 'api'].includes(input.channel))
    add(evidence, 'sales', 1.5, 'Came through a form for enquiries');
  if (input.vehicle === null && namesVehicle(input.earlier ?? ''))
    add(evidence, 'sales', 1.5, 'Answers a message about a car');
  if (takesItBack(folded).length > 0) add(evidence, 'other', 4, 'Says they are no longer interested');
}

/** Somebody who still waits for an answer about a car has not bought it: a complaint, and an enquiry all the same. */
function waitsForAnAnswer(folded: string, escalations: Escalation[], evidence: Evidence): boolean {
  const onlyComplains = escalations.every((escalation) => escalation === 'complaint' || !grievances.has(escalation));
  return onlyComplains && evidence.sales >= 2.5 && hasBought(folded).length === 0;
}

/** A car that is the writer's already, and that they do not want to hand in. */
function weighOwnCar(input: EnquiryInput, folded: string, intents: Intent[], evidence: Evidence): void {
  if (intents.includes('trade_in') || intents.includes('sell')) return;
  const named = namesVehicle(input.text) && !namesVehicle(wantedText(input.text));
  if (named || hasACar(folded).length > 0) add(evidence, 'other', 1.5, 'Speaks of a car they have');
}

function weighOther(folded: string, escalations: Escalation[], evidence: Evidence): void {
  const grievance = escalations.find((escalation) => grievances.has(escalation));
  if (grievance !== undefined) {
    const points = waitsForAnAnswer(folded, escalations, evidence) ? 1 : 4.5;
    add(evidence, 'other', points, `For a person to handle (${grievance})`);
  }
  const lastVisit = aboutTheLastVisit(folded);
  if (lastVisit.length > 0)
    add(evidence, 'other', 1.5 + lastVisit.length, `About the last purchase or visit (${lastVisit[0]})`);
  const serviceWords = aboutService(folded).filter((found) => !/servicehistorikk/.test(found));
  if (serviceWords.length > 0)
    add(evidence, 'other', 1.5 + serviceWords.length, `About the workshop (${serviceWords[0]})`);
  const businessWords = aboutBusiness(folded);
  if (businessWords.length > 0)
    add(evidence, 'other', 1.5 + businessWords.length * 1.5, `Business correspondence (${businessWords[0]})`);
}

function weighSpam(input: EnquiryInput, folded: string, evidence: Evidence): void {
  const header = readHeaders(input.headers);
  const phrases = [...new Set(soundsLikeSpam(folded))];
  if (phrases.length > 0)
    add(evidence, 'spam', 1 + phrases.length * 1.25, `Sales pitch or scam wording (${phrases.slice(0, 3).join(', ')})`);
  if (sellsToDealer(folded).length > 0) add(evidence, 'spam', 3, 'Offers something to the dealership');
  const links = input.text.match(/https?:\/\/|www\./gi)?.length ?? 0;
  if (links >= 2 && input.vehicle === null) add(evidence, 'spam', Math.min(3, links * 0.75), `${links} links`);
  if (header('list-unsubscribe') !== '' || header('list-id') !== '')
    add(evidence, 'spam', 6, 'Mass mail (List-Unsubscribe)');
  if (/\.(?:ru|top|xyz|click|loan|win)$/i.test(input.fromEmail ?? ''))
    add(evidence, 'spam', 1, 'Sender domain often used for spam');
  if (/[\u0400-\u04ff\u4e00-\u9fff\u0600-\u06ff]{12,}/u.test(input.text))
    add(evidence, 'spam', 2, 'Written in a script customers here do not use');
}

function add(evidence: Evidence, side: 'sales' | 'other' | 'spam', points: number, reason: string): void {
  evidence[side] += points;
  evidence.reasons.push(reason);
}

function spokenIntent(intent: Intent): string {
  return intent.replace('_', ' ');
}

function decide({ sales, other, spam: spamPoints, reasons }: Evidence): Classification {
  const strongest = Math.max(sales, other, spamPoints);
  if (strongest < 1.5) return { label: 'uncertain', confidence: 'low', reasons: [...reasons, 'Too little to go by'] };
  const label: EnquiryLabel = spamPoints === strongest ? 'spam' : other === strongest ? 'other' : 'sales_inquiry';
  const runnerUp = [sales, other, spamPoints].sort((left, right) => right - left)[1] ?? 0;
  const margin = strongest - runnerUp;
  // Signs on two sides are for a person to judge; an enquiry taken for spam would be lost.
  const inDoubt = label === 'spam' ? margin < 2.5 && sales >= 1.5 : margin < 1 && spamPoints >= 2 && sales >= 2;
  if (inDoubt) return { label: 'uncertain', confidence: 'low', reasons };
  return { label, confidence: margin >= 2.5 ? 'high' : margin >= 1 ? 'medium' : 'low', reasons };
}

/** What kind of message this is, with the signs that speak for it; two-sided evidence is `uncertain`. */
export function classifyByRules(
  input: EnquiryInput,
  intents: Intent[],
  escalations: Escalation[],
  automated: AutomatedMail | null,
): Classification {
  const folded = foldText(`${input.subject ?? ''}\n${input.text}`);
  if (automated !== null && automated.kind !== 'generated' && automated.kind !== 'list')
    return { label: 'other', confidence: 'high', reasons: [automated.reason] };
  const evidence: Evidence = { sales: 0, other: 0, spam: 0, reasons: automated === null ? [] : [automated.reason] };
  weighSales(input, folded, intents, evidence);
  weighOther(folded, escalations, evidence);
  weighOwnCar(input, folded, intents, evidence);
  weighSpam(input, folded, evidence);
  return decide(evidence);
}
