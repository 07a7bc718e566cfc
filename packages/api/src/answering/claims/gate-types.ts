import type { Claim, DealershipFacts, KnowledgeFact, VehicleFacts } from '../types.ts';

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

export interface Violation {
  kind: ViolationKind;
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
