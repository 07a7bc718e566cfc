import type { Claim, DealershipFacts, KnowledgeFact, VehicleFacts } from '../types.ts';
import type { PromiseFamily } from './promise-rule.ts';

/** Everything a reply may state as fact. */
export interface GateFacts {
  vehicle: VehicleFacts | null;
  alternatives: VehicleFacts[];
  dealership: DealershipFacts;
  /** Passages of the dealership's knowledge that were found for what is asked. */
  knowledge?: readonly KnowledgeFact[];
  /** The customer's own words, oldest first. */
  customerTexts: string[];
  customerName: string | null;
  channel: 'email' | 'sms';
  /** A salesperson who sends it as their own. */
  writer?: 'person' | undefined;
  now: Date;
  /** Words no answer may hold. */
  neverSay?: string[];
  /** Sentences of the dealership's own that code adds: what they say is theirs to know. */
  ownWords?: string[];
}

export type ViolationKind =
  | 'number'
  | 'vehicle'
  | 'status'
  | 'feature'
  | 'promise'
  | 'forbidden_word'
  | 'link'
  | 'placeholder'
  | 'length'
  | 'language'
  | 'leak';

/** Each objection of the gate, by a name that stays when its sentence changes. */
export type ViolationCode =
  | 'price_differs'
  | 'mileage_differs'
  | 'year_differs'
  | 'percent_unknown'
  | 'duration_unknown'
  | 'figure_unknown'
  | 'time_unknown'
  | 'date_unknown'
  | 'number_unknown'
  | 'amount_in_words'
  | 'count_differs'
  | 'day_differs'
  | 'not_for_sale'
  | 'not_sold'
  | 'not_reserved'
  | 'status_missing'
  | 'car_unknown'
  | 'feature_unknown'
  | 'link_unknown'
  | 'email_unknown'
  | 'phone_unknown'
  | 'forbidden_word'
  | 'placeholder'
  | 'id_leaked'
  | 'mark_leaked'
  | 'length'
  | 'language'
  | `promise_${PromiseFamily}`;

export interface Violation {
  kind: ViolationKind;
  code: ViolationCode;
  /** The words that offend, as they stand in the text. */
  quote: string;
  /** What is wrong, in one English sentence that a rewrite can act on. */
  problem: string;
}

export interface GateResult {
  pass: boolean;
  violations: Violation[];
  claims: Claim[];
}
