import { Connection, type ConnectionRecord } from '../features/connections/model.ts';
import { fillTemplate, languageOfTemplate } from '../features/connections/template.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { Vehicle, type VehicleRecord } from '../features/vehicles/model.ts';
import { vehicleTitle } from '../features/vehicles/vehicle-title.ts';
import { findWhatsAppThread, isWindowOpen } from './whatsapp-thread.ts';

/** The words of a template for one lead, ready to be stored with its message. */
export type TemplateWords = Pick<MessageRecord, 'text' | 'template' | 'language' | 'written_by' | 'claims'>;

async function vehicleOf(lead: LeadRecord): Promise<string | null> {
  if (!lead.vehicle_id) return lead.vehicle_interest;
  const vehicle = await Vehicle.findOne({ _id: lead.vehicle_id }).lean<VehicleRecord>();
  return vehicle ? vehicleTitle(vehicle) : lead.vehicle_interest;
}

/** What the number's template says to the customer of a lead; `null` where it has none. */
export async function templateWords(
  numberId: string,
  lead: LeadRecord,
  dealership: DealershipRecord,
  senderName: string | null,
): Promise<TemplateWords | null> {
  const connection = await Connection.findOne({
    provider: 'whatsapp',
    external_id: numberId,
  }).lean<ConnectionRecord>();
  const template = connection?.template ?? null;
  if (template === null) return null;
  const { parameters, text } = fillTemplate(template, {
    customer_name: lead.customer.name?.trim().split(/\s+/)[0] ?? null,
    dealership_name: dealership.name,
    sender_name: senderName ?? dealership.assistant.name,
    vehicle: await vehicleOf(lead),
  });
  return {
    text,
    template: { name: template.name, language: template.language, parameters },
    language: languageOfTemplate(template),
    written_by: null,
    claims: [],
  };
}

/**
 * What may go out by WhatsApp right now: the message as it is, the number's template instead of a follow-up's free words,
 * or nothing, because the customer wrote more than 24 hours ago. What a person or the assistant wrote as an answer is
 * never exchanged for other words.
 */
export async function fitWhatsAppWindow(
  message: MessageRecord,
  lead: LeadRecord,
  dealership: DealershipRecord,
  now: Date,
): Promise<'as_it_is' | 'closed' | TemplateWords> {
  if (message.template) return 'as_it_is';
  const thread = await findWhatsAppThread(lead._id, message.whatsapp?.customer ?? null);
  if (thread && isWindowOpen(thread, now)) return 'as_it_is';
  if (message.purpose !== 'follow_up' || !message.whatsapp) return 'closed';
  return (await templateWords(message.whatsapp.number_id, lead, dealership, null)) ?? 'closed';
}
