import { extractTradeIn } from '../answering/rules/extract-trade-in.ts';
import type { VehicleFacts } from '../answering/types.ts';
import { crmProfiles } from '../channels/adf/crm-profiles.ts';
import { toAscii } from '../channels/adf/to-ascii.ts';
import { type OutgoingAdfLead, type OutgoingAdfVehicle, writeAdf } from '../channels/adf/write-adf.ts';
import { headerText } from '../channels/email-address.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { findStock } from '../features/vehicles/find-stock.ts';
import { currencyOf } from '../lib/country.ts';

const LONGEST_SUBJECT = 150;

/** Why a lead does not go to the CRM after all, or `null`. */
export function reasonNotToSendToCrm(dealership: DealershipRecord, lead: LeadRecord | null): string | null {
  if (!dealership.crm?.enabled || dealership.crm.address === null) return 'Sending leads to the CRM is off';
  if (lead?.deleted_at) return 'The lead was deleted';
  return null;
}

function carOf(lead: LeadRecord, vehicle: VehicleFacts | null, currency: string): OutgoingAdfVehicle {
  return {
    interest: 'buy',
    id: vehicle?.id ?? null,
    year: vehicle?.year ?? null,
    make: vehicle?.make ?? null,
    model: vehicle?.model ?? null,
    variant: vehicle?.variant ?? null,
    vin: vehicle?.vin ?? null,
    plate: vehicle?.plate ?? null,
    mileage: vehicle?.mileage ?? null,
    price: vehicle?.price ?? null,
    currency,
    comments: lead.vehicle_interest,
  };
}

function tradeInOf(lead: LeadRecord, currency: string): OutgoingAdfVehicle[] {
  const said = lead.qualification.trade_in ?? extractTradeIn(lead.message);
  if (!said) return [];
  const nothing = { id: null, year: null, make: null, model: null, variant: null, vin: null, plate: null };
  return [{ interest: 'trade-in', ...nothing, mileage: null, price: null, currency, comments: said }];
}

function adfOf(dealership: DealershipRecord, lead: LeadRecord, vehicle: VehicleFacts | null): OutgoingAdfLead {
  const { contact } = dealership;
  const currency = currencyOf(dealership.language);
  return {
    id: lead._id,
    requestedAt: lead.created_at,
    vehicles: [carOf(lead, vehicle, currency), ...tradeInOf(lead, currency)],
    customer: {
      name: lead.customer.name,
      emails: lead.customer.emails,
      phones: lead.customer.phones,
      comments: lead.message,
    },
    vendor: {
      id: dealership._id,
      name: dealership.name,
      email: contact.email,
      phone: contact.phone,
      url: contact.website,
    },
    source: lead.source,
  };
}

function subjectOf(dealership: DealershipRecord, lead: LeadRecord, vehicle: VehicleFacts | null, rule: string): string {
  const words: Record<string, string> = {
    dealership: dealership.name,
    customer: lead.customer.name ?? lead.customer.email ?? lead.customer.phone ?? '',
    vehicle: vehicle?.title ?? lead.vehicle_interest ?? '',
    source: lead.source,
    lead: lead._id,
  };
  const filled = rule.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
  return headerText(filled).replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT);
}

/** Writes what the CRM gets of a lead, by the settings as they are now; stored before it is sent. */
export async function writeCrmDocument(
  dealership: DealershipRecord,
  lead: LeadRecord,
): Promise<Pick<MessageRecord, 'text' | 'subject' | 'recipient' | 'crm_profile'>> {
  const name = dealership.crm?.profile ?? 'body';
  const profile = crmProfiles[name];
  // The worker may not have read the enquiry yet: the car is looked for here as well.
  const { vehicle } = await findStock(lead.vehicle_id, lead.vehicle_interest, lead.message);
  const subject = subjectOf(dealership, lead, vehicle, dealership.crm?.subject ?? profile.subject);
  return {
    text: writeAdf(adfOf(dealership, lead, vehicle), { ascii: profile.ascii }),
    subject: profile.ascii ? toAscii(subject) : subject,
    recipient: dealership.crm?.address ?? null,
    crm_profile: name,
  };
}
