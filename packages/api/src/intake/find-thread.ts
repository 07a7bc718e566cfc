import mongoose from 'mongoose';
import type { InboundMail } from '../channels/email/parse-inbound-mail.ts';
import type { Env } from '../env.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Message } from '../features/messages/model.ts';
import { leadOfReplyToken } from './reply-address.ts';

const MAX_REFERENCES = 20;

/** A deleted lead is no conversation any more: what is written to it comes in as something new, where people see it. */
async function openLead(leadId: string): Promise<LeadRecord | null> {
  return Lead.findOne({ _id: leadId, deleted_at: null }).lean<LeadRecord>();
}

/** Finds the lead a mail answers: by the messages it refers to, then by the address it was sent to. Never by subject. */
export async function findThread(env: Env, mail: InboundMail): Promise<LeadRecord | null> {
  const ids = [mail.inReplyTo, ...mail.references.toReversed()].filter((id): id is string => id !== null);
  if (ids.length > 0) {
    const wanted = [...new Set(ids)].slice(0, MAX_REFERENCES);
    const messages = await Message.find(
      { message_id: mongoose.trusted({ $in: wanted }), audience: 'customer' },
      { lead_id: 1, message_id: 1 },
    ).lean();
    const byId = new Map(messages.map((message) => [message.message_id, message.lead_id]));
    const leadId = wanted.map((id) => byId.get(id)).find((id) => typeof id === 'string');
    if (leadId) return openLead(leadId);
  }
  const leadId = leadOfReplyToken(env, mail.plusToken);
  return leadId === null ? null : openLead(leadId);
}
