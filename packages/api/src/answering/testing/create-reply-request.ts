import { rankAlternatives } from '../rank-alternatives.ts';
import { understandByRules } from '../rules/understand-by-rules.ts';
import type { EnquiryInput, ReplyRequest, VehicleFacts } from '../types.ts';
import { dealership, stock, volvo } from './sample-stock.ts';

/** A reply request as it arises from one message about a car of the sample stock. */
export function createReplyRequest(
  text: string,
  changes: Partial<ReplyRequest> = {},
  vehicle: VehicleFacts | null = volvo,
): ReplyRequest {
  const facts = changes.dealership ?? dealership;
  const input: EnquiryInput = {
    channel: 'website',
    text,
    subject: null,
    fromName: 'Kari Nordmann',
    fromEmail: 'kari@example.com',
    fromPhone: null,
    vehicleInterest: changes.vehicleInterest ?? null,
    declaredLanguage: null,
    vehicle,
  };
  const understanding = understandByRules(input, facts);
  return {
    purpose: 'reply',
    step: null,
    dealership: facts,
    customerName: 'Kari Nordmann',
    language: understanding.language,
    understanding,
    conversation: [{ from: 'customer', text }],
    vehicle,
    alternatives: rankAlternatives({ vehicle, text }, stock),
    channel: 'email',
    // A Friday, 13:00 in Oslo.
    now: new Date('2026-11-20T12:00:00Z'),
    ...changes,
  };
}
