import { answerToQuestion } from '../answering/answer-to-question.ts';
import type { QuestionTopic } from '../answering/replies/qualification-questions.ts';
import { notDescribed } from '../answering/rules/extract-trade-in.ts';
import type { Qualification, Understanding } from '../answering/types.ts';
import { understandEnquiry } from '../answering/understand-enquiry.ts';
import { dealershipFacts } from '../features/dealership/dealership-facts.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { modelFor } from '../features/sandbox/model-for.ts';
import { findStock, type StockMatch } from '../features/vehicles/find-stock.ts';
import { searchTerms } from '../lib/search-terms.ts';
import type { Services } from '../services.ts';

/** What was learned from an enquiry before anything is written. */
export interface ReadEnquiry {
  lead: LeadRecord;
  understanding: Understanding;
  stock: StockMatch;
  /** Just before stock was read: what changes from then on is not in it. */
  readAt: Date;
}

/** A few words of a chat (`ok`, `hei`) do not tell their language: that of the page does. */
const TELLING_LENGTH = 24;

function declaredLanguage(channel: string, lead: LeadRecord, question: MessageRecord | null) {
  if (channel === 'email' || channel === 'sms' || channel === 'whatsapp') return null;
  if (channel === 'chat' && (question?.text?.length ?? 0) >= TELLING_LENGTH) return null;
  return lead.customer.language;
}

/** Reads what a lead asks, without storing anything. */
export async function understand(
  services: Pick<Services, 'model' | 'budget' | 'logger' | 'clock'>,
  lead: LeadRecord,
  question: MessageRecord | null,
  dealership: DealershipRecord,
  stock: StockMatch,
): Promise<Understanding> {
  const channel = question?.channel ?? 'website';
  const understanding = await understandEnquiry(
    {
      channel,
      text: question?.text ?? lead.message,
      subject: lead.subject,
      fromName: lead.customer.name,
      fromEmail: lead.customer.email,
      fromPhone: lead.customer.phone,
      vehicleInterest: lead.vehicle_interest,
      declaredLanguage: declaredLanguage(channel, lead, question),
      vehicle: stock.vehicle,
    },
    dealershipFacts(dealership),
    {
      // A form is read by rules alone: what it is does not need a model, and its answer must not wait for one.
      model: channel === 'email' ? modelFor(services, dealership._id) : null,
      budget: services.budget,
      logger: services.logger,
      now: () => services.clock.now(),
    },
  );
  if (!question?.chat?.person_asked_in || understanding.escalations.includes('human_requested')) return understanding;
  return { ...understanding, escalations: [...understanding.escalations, 'human_requested'] };
}

const NEEDS_PERSON = ['legal', 'complaint', 'abuse', 'gdpr'] as const;

/** "Thank you" cools nobody: a score falls only where the customer says that they wait, or something is wrong. */
function scoreOf(read: Understanding, lead: LeadRecord): Record<string, unknown> {
  const cooled = read.urgency === 'low' || NEEDS_PERSON.some((reason) => read.escalations.includes(reason));
  const wasRead = lead.score_reasons.length > 0;
  if (wasRead && !cooled && read.label === 'sales_inquiry' && lead.score > read.score) return {};
  return { score: read.score, temperature: read.temperature, score_reasons: read.scoreReasons };
}

/** A car that was described stays so where it is only spoken of again. */
function tradeInOf(...said: (string | null | undefined)[]): string | null {
  const mentioned = said.filter((car) => car != null);
  return mentioned.find((car) => car !== notDescribed) ?? mentioned[0] ?? null;
}

/** What is known of the purchase: the newest word counts, and what it does not speak of stays. */
function qualificationOf(
  read: Understanding,
  lead: LeadRecord,
  answer: Partial<Qualification>,
): LeadRecord['qualification'] {
  const { qualification: known } = lead;
  const said = { ...read.qualification };
  return {
    intent: said.intent ?? known.intent,
    budget: said.budget ?? answer.budget ?? known.budget,
    timeline: said.timeline ?? answer.timeline ?? known.timeline,
    financing: said.financing ?? answer.financing ?? known.financing,
    test_drive: said.testDrive ?? answer.testDrive ?? known.test_drive,
    trade_in: tradeInOf(said.tradeIn, answer.tradeIn, known.trade_in),
  };
}

function learned(
  read: Understanding,
  stock: StockMatch,
  lead: LeadRecord,
  answer: Partial<Qualification>,
): Record<string, unknown> {
  return {
    ...scoreOf(read, lead),
    urgency: read.urgency,
    escalations: read.escalations,
    qualification: qualificationOf(read, lead, answer),
    'customer.language': read.language,
    ...(stock.vehicle ? { vehicle_id: stock.vehicle.id } : {}),
  };
}

/** Reads what is asked, how urgent, about which car, and stores it with the lead. Run again, it finds the same. */
export async function readEnquiry(
  services: Services,
  lead: LeadRecord,
  question: MessageRecord | null,
  dealership: DealershipRecord,
  /** What the assistant asked last; the customer's words are read as its answer too. */
  answers: QuestionTopic | null = null,
): Promise<ReadEnquiry> {
  const readAt = services.clock.now();
  const stock = await findStock(lead.vehicle_id, question?.text ?? null, lead.vehicle_interest, lead.message);
  const understanding = await understand(services, lead, question, dealership, stock);
  const answer = answers === null ? {} : answerToQuestion(answers, question?.text ?? '');
  const terms = stock.vehicle ? searchTerms(stock.vehicle.title, stock.vehicle.plate) : [];
  const updated = await Lead.findOneAndUpdate(
    { _id: lead._id },
    {
      $set: { ...learned(understanding, stock, lead, answer), updated_at: services.clock.now() },
      $addToSet: { search_terms: { $each: terms } },
      $inc: { version: 1 },
    },
    { returnDocument: 'after' },
  ).lean<LeadRecord>();
  return { lead: updated ?? lead, understanding, stock, readAt };
}
