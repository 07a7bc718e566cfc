import type { Language } from '../../answering/types.ts';
import type { LeadRecord } from '../../features/leads/model.ts';

/** A message of a visitor as it came: the payload of its arrival. All that a lead needs is in it. */
export interface ChatPayload {
  kind: 'chat';
  sessionId: string;
  clientId: string;
  text: string;
  /** The visitor wants a person to go on. */
  asksForPerson?: boolean;
  language: Language;
  contact: { name: string | null; email: string | null; phone: string | null };
  sourceUrl: string | null;
  referrer: string | null;
  utm: LeadRecord['utm'];
  vehicleInterest: string | null;
  vehicleId: string | null;
  relatedLeadId: string | null;
}
