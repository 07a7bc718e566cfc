import type { Dealership } from '../support/dealership.ts';
import type { Answer } from '../support/exchange.ts';

/** Somebody who writes to one dealership. */
export interface Customer {
  name: string;
  email: string;
  /** E.164. */
  phone: string;
}

/** How the one who posts goes on after an answer, and after how many milliseconds each time. */
export interface RetryRule {
  /** How long it waits for one answer. */
  timeoutMs: number;
  waitsMs: readonly number[];
  isAccepted(answer: Answer): boolean;
  isFinal(answer: Answer): boolean;
}

/** Something that is posted to the product until it is accepted. */
export interface Post {
  channel: 'form' | 'plain form' | 'api' | 'adf' | 'mail' | 'sms' | 'call' | 'facebook' | 'whatsapp' | 'chat';
  dealership: Dealership;
  customer: Customer;
  /** Stands in what is written and nowhere else; null for a call, which says nothing. */
  token: string | null;
  path: string;
  /** Asked for each try: a provider signs anew. */
  request(): { headers: Record<string, string>; body: string };
  rule: RetryRule;
  /** What its sender has to have before it can post, such as an open chat; both tell whether it has it then. */
  credentials?: { obtain(): Promise<boolean>; renew(): Promise<boolean> };
}
