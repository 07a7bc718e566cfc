import mongoose from 'mongoose';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';

/** WhatsApp carries free words for this long after the customer wrote; then only approved templates. */
const WINDOW_MS = DAY_MS;

/** Who of a lead writes by WhatsApp, and to which number of ours. */
export interface WhatsAppThread {
  numberId: string;
  /** Digits without a plus. */
  customer: string;
  /** When they wrote last. */
  writtenAt: Date;
}

/** The WhatsApp conversation of a lead: with the customer given, else with whoever wrote last; `null` without one. */
export async function findWhatsAppThread(leadId: string, customer: string | null): Promise<WhatsAppThread | null> {
  const last = await Message.findOne({
    lead_id: leadId,
    channel: 'whatsapp',
    direction: 'inbound',
    ...(customer === null ? { whatsapp: mongoose.trusted({ $ne: null }) } : { 'whatsapp.customer': customer }),
  })
    .sort({ 'whatsapp.written_at': -1 })
    .lean<MessageRecord>();
  if (!last?.whatsapp) return null;
  const { number_id, customer: writer, written_at } = last.whatsapp;
  return { numberId: number_id, customer: writer, writtenAt: written_at ?? last.created_at };
}

/** Until when free words may be sent. */
export function windowClosesAt(thread: WhatsAppThread): Date {
  return after(thread.writtenAt, WINDOW_MS);
}

/** Whether free words may be sent now; at the very moment it closes they may not. */
export function isWindowOpen(thread: WhatsAppThread, now: Date): boolean {
  return now < windowClosesAt(thread);
}
