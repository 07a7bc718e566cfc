import type { z } from 'zod';
import type { Violation } from './claims/gate-types.ts';

export type Language = 'nb' | 'en' | 'sv' | 'da' | 'de';
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export type VehicleStatus = 'available' | 'reserved' | 'sold' | 'demo';
export type EnquiryLabel = 'sales_inquiry' | 'spam' | 'other' | 'uncertain';
export type Confidence = 'low' | 'medium' | 'high';
export type Urgency = 'now' | 'today' | 'normal' | 'low';
export type Temperature = 'hot' | 'warm' | 'cold';
export type Intent =
  | 'availability'
  | 'price'
  | 'test_drive'
  | 'trade_in'
  | 'finance'
  | 'opening_hours'
  | 'buy'
  | 'sell'
  | 'general';
export type Escalation =
  | 'legal'
  | 'complaint'
  | 'finance_advice'
  | 'price_negotiation'
  | 'safety'
  | 'gdpr'
  | 'human_requested'
  | 'abuse';

/** A vehicle as stock knows it; `price` in whole kroner, `mileage` in kilometres. */
export interface VehicleFacts {
  id: string;
  title: string;
  make: string;
  model: string;
  variant: string | null;
  year: number | null;
  price: number | null;
  mileage: number | null;
  fuel: string | null;
  body: string | null;
  colour: string | null;
  plate: string | null;
  vin: string | null;
  status: VehicleStatus;
  listingUrl: string | null;
  equipment: string[];
}

/** One opening interval of one weekday, `HH:MM` in the dealership's time zone. */
export interface OpeningHours {
  day: Weekday;
  opens: string;
  closes: string;
}

export interface DealershipFacts {
  id: string;
  name: string;
  language: Language;
  timeZone: string;
  contact: { email: string | null; phone: string | null; address: string | null; website: string | null };
  openingHours: OpeningHours[];
  assistantName: string;
}

export interface EnquiryInput {
  channel: 'website' | 'email' | 'facebook' | 'whatsapp' | 'sms' | 'chat' | 'phone' | 'api' | 'manual';
  text: string;
  subject: string | null;
  fromName: string | null;
  fromEmail: string | null;
  fromPhone: string | null;
  vehicleInterest: string | null;
  declaredLanguage: Language | null;
  /** Mail headers, names in lower case. */
  headers?: ReadonlyMap<string, string> | Record<string, string>;
  /** What stands below a mail; read only for the sender's name and telephone. */
  signature?: string | null;
  /** What a mail quotes of those before it; read only to tell what it is an answer to. */
  earlier?: string | null;
  /** The stock vehicle the enquiry resolved to. */
  vehicle: VehicleFacts | null;
}

/** What is known of the purchase; `budget` in whole kroner, null where nothing was said. */
export interface Qualification {
  intent: Intent | null;
  budget: number | null;
  timeline: string | null;
  financing: boolean | null;
  testDrive: boolean | null;
  tradeIn: string | null;
}

export interface ExtractedContact {
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface Understanding {
  label: EnquiryLabel;
  confidence: Confidence;
  reasons: string[];
  language: Language;
  /** Most specific first, never empty. */
  intents: Intent[];
  urgency: Urgency;
  escalations: Escalation[];
  /** 1 to 100. */
  score: number;
  temperature: Temperature;
  scoreReasons: string[];
  qualification: Qualification;
  extracted: ExtractedContact;
  /** Sent by a machine (RFC 3834, bounces, lists): never answer it automatically. */
  automated: boolean;
  injectionSuspected: boolean;
  source: 'model' | 'rules';
}

/** A passage of the dealership's own knowledge that was found for what the customer asked. */
export interface KnowledgeFact {
  id: string;
  /** The question of an FAQ, or where the passage stands in its document. */
  title: string;
  text: string;
  /** 0 to 1, how well it answers. */
  score: number;
  /** Language of the text; null when it is not known. */
  language: Language | null;
}

export interface ConversationTurn {
  from: 'customer' | 'assistant' | 'human';
  text: string;
}

/** How a dealership wants its answers. None of it loosens what may be said. */
export interface ReplyStyle {
  personality: 'warm' | 'factual' | 'formal';
  length: 'normal' | 'short';
  /** The dealership's own rules for the model that writes. */
  instructions: string | null;
  /** Words no answer may hold. */
  neverSay: string[];
  /** What to ask at the end, per language; null when there is nothing to find out. */
  question: Partial<Record<Language, string>> | null;
}

export interface ReplyRequest {
  purpose: 'reply' | 'follow_up';
  /** Which follow-up this is, counted from 1; null for a reply. */
  step: number | null;
  dealership: DealershipFacts;
  customerName: string | null;
  language: Language;
  understanding: Understanding;
  conversation: ConversationTurn[];
  vehicle: VehicleFacts | null;
  /** Up to five other vehicles from stock, best match first. */
  alternatives: VehicleFacts[];
  channel: 'email' | 'sms';
  /** A salesperson who sends it as their own; left out, the assistant writes and leaves to them what it cannot answer. */
  writer?: 'person';
  now: Date;
  /** What the customer said they want, where it did not resolve to a stock vehicle. */
  vehicleInterest?: string | null;
  /** Subject of the customer's own mail; a reply then keeps it so that the thread holds together. */
  customerSubject?: string | null;
  style?: ReplyStyle;
  /** What the dealership's knowledge holds about the question, best first; left out or empty when nothing was found. */
  knowledge?: KnowledgeFact[];
}

export interface Claim {
  claim: string;
  source: 'vehicle' | 'dealership' | 'customer' | 'knowledge';
  sourceId: string | null;
}

export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}

export interface WrittenReply {
  /** Greeting, answer and the disclosure as the last line, which a person has none of; no signature. */
  text: string;
  subject: string;
  /** The language the text is in, which may differ from the one asked for. */
  language: Language;
  writtenBy: 'model' | 'rules';
  claims: Claim[];
  /** Why the model did not write it; null when it did. */
  fallbackReason: string | null;
  /** What the customer asked that the facts do not answer, for a person and for the knowledge to come. */
  unanswered: string[];
  /** Words of `neverSay` that no rewrite could avoid: a person has to look at it first. */
  forbidden?: string[];
  usage: TokenUsage;
}

export type ModelFailure =
  | 'truncated'
  | 'refusal'
  | 'not_json'
  | 'schema'
  | 'rate_limited'
  | 'overloaded'
  | 'timeout'
  | 'connection'
  | 'bad_request'
  | 'unauthorised'
  | 'payment_required'
  | 'circuit_open'
  | 'disabled';

/** What a call of the model is for, as usage is shown. */
export type ModelPurpose = 'understanding' | 'reply' | 'follow_up' | 'copilot' | 'playground' | 'knowledge';

export interface ModelRequest<Output> {
  tier: 'fast' | 'main';
  system: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
  schema: z.ZodType<Output>;
  effort: 'low' | 'medium';
  maxTokens: number;
  /** The whole call, retries included, ends within this time. */
  deadlineMs: number;
  /** Hashed before it leaves; never a person's name, address or number. */
  tenantId: string;
  purpose?: ModelPurpose;
}

export type ModelAnswer<Output> =
  | { ok: true; output: Output; usage: TokenUsage }
  | { ok: false; reason: ModelFailure; usage: TokenUsage };

/** A language model behind one call that never throws and always reports the tokens it used. */
export interface ModelProvider {
  complete<Output>(request: ModelRequest<Output>): Promise<ModelAnswer<Output>>;
}

/** Tokens a dealership may spend: reserve before a call, settle with what the call used. */
export interface TokenBudget {
  reserve(dealershipId: string, tokens: number): Promise<boolean>;
  settle(dealershipId: string, reserved: number, used: number): Promise<void>;
  /** Whether the soft limit is passed: the smaller model then does the work of the larger one. */
  isLow?(dealershipId: string): Promise<boolean>;
  /** Notes one call of the model, whatever came of it. */
  note?(dealershipId: string, call: ModelCall): Promise<void>;
}

/** One call of the model; the tokens are those of all its attempts. */
export interface ModelCall {
  purpose: ModelPurpose;
  ok: boolean;
  usage: TokenUsage;
}

/** What the model wrote once, and what the claims gate said to it. */
export interface WrittenAttempt {
  text: string;
  violations: Violation[];
  claims: Claim[];
}

export interface AnsweringLogger {
  warn(details: Record<string, unknown>, message: string): void;
}

export interface AnsweringDeps {
  model: ModelProvider | null;
  budget: TokenBudget;
  logger?: AnsweringLogger;
  now(): Date;
  /** What the calls are booked under; else what each is for. */
  purpose?: ModelPurpose;
  /** Told of everything the model wrote, also of what the gate stopped. */
  trace?(attempt: WrittenAttempt): void;
  /** 0 up to 1, as Math.random; only for boundaries and canaries. */
  random?(): number;
}
