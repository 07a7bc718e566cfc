import mongoose from 'mongoose';
import { afterSent } from '../delivery/after-sent.ts';
import { recordEvents } from '../events/record-events.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { takeEscalationsOf } from '../features/escalations/take-escalations-of.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { takeOver } from '../features/leads/take-over.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { type WhatsAppEchoPayload, whatsAppText } from './whatsapp-payload.ts';
import { blankMessage, insertMessages } from './write-messages.ts';

/** Something that was written to a customer on the phone that shares the number. */
export interface Echo {
  arrivalId: string;
  /** E.164. */
  phone: string | null;
  payload: WhatsAppEchoPayload;
  writtenAt: Date;
}

/** Whoever holds the phone; Meta does not tell who that is. */
const WRITER = 'WhatsApp Business app';

/** Whether the customer has said nothing since: by Meta's clock, since its posts may come hours late and in any order. */
async function isLastWord(leadId: string, writtenAt: Date): Promise<boolean> {
  // Nothing is written after it is received: what was written since came since.
  const cameSince = {
    lead_id: leadId,
    direction: 'inbound',
    created_at: mongoose.trusted({ $gt: writtenAt }),
  } as const;
  const came = await Message.find(cameSince, { created_at: 1, whatsapp: 1 }).lean<MessageRecord[]>();
  return came.every(({ whatsapp, created_at }) => (whatsapp?.written_at ?? created_at) <= writtenAt);
}

function messageOf({ arrivalId, phone, payload, writtenAt }: Echo, lead: LeadRecord) {
  return blankMessage({
    _id: siblingId(arrivalId, 'msg'),
    lead_id: lead._id,
    test: lead.test,
    sender_type: 'human',
    sender_name: WRITER,
    channel: 'whatsapp',
    purpose: 'manual',
    send_key: `echo:${arrivalId}`,
    state: 'sent',
    text: whatsAppText(payload),
    recipient: phone,
    arrival_id: arrivalId,
    provider_id: payload.messageId,
    whatsapp: { number_id: payload.numberId, customer: payload.customer, written_at: null },
    created_at: writtenAt,
    sent_at: writtenAt,
  });
}

/**
 * Puts what was written on the phone into a conversation and silences the assistant in it like any other message of a
 * person; what it answers is not open any more. Answers with the rest of the work. Run again, it finds what it did before.
 */
export async function writeEcho(
  services: Services,
  echo: Echo,
  lead: LeadRecord,
  dealership: DealershipRecord,
): Promise<() => Promise<void>> {
  const answers = await isLastWord(lead._id, echo.writtenAt);
  // First the silence of the assistant, then the message: a reply that is being written now finds it before it is sent.
  await takeOver(services, lead, { type: 'user', name: WRITER }, { answers });
  if (answers) await takeEscalationsOf(services, lead, null);
  const written = messageOf(echo, lead);
  await insertMessages([written]);
  return async () => {
    const message = await Message.findOne({ _id: written._id }).lean<MessageRecord>();
    // What was written before there was a lead is no answer, unless Meta was slow to tell of the customer's words.
    const responds = answers || echo.writtenAt >= lead.created_at;
    if (responds && message) await afterSent(services, message, lead, dealership, echo.writtenAt);
    await recordEvents(services, dealership._id, lead.test, [
      { type: 'message.created', data: { lead_id: lead._id, message_id: written._id } },
      { type: 'lead.updated', data: { lead_id: lead._id } },
    ]);
  };
}
