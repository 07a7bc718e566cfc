import mongoose from 'mongoose';
import { Arrival } from '../arrivals/model.ts';
import { ChatSession } from '../chat/model.ts';
import { FollowUp } from '../follow-ups/model.ts';
import { Lead } from '../leads/model.ts';
import { Message } from '../messages/model.ts';
import { WebhookDelivery } from '../webhooks/delivery-model.ts';

/**
 * The first time between two moments at which something in the current dealership falls due, or at which what a process
 * had begun and not ended may be taken over; `null` when nothing does.
 */
export async function nextDue(from: Date, until: Date): Promise<Date | null> {
  const soon = mongoose.trusted({ $gt: from, $lte: until });
  const first = { sort: { due_at: 1 } } as const;
  const firstFree = { sort: { lease_until: 1 } } as const;
  const begun = mongoose.trusted({ $in: ['sending' as const, 'unknown' as const] });
  const [message, sending, followUp, delivery, posting, lead, arrival, chat] = await Promise.all([
    Message.findOne({ state: 'pending', due_at: soon }, { due_at: 1 }, first).lean(),
    Message.findOne({ state: begun, lease_until: soon }, { lease_until: 1 }, firstFree).lean(),
    FollowUp.findOne({ state: 'scheduled', message_id: null, due_at: soon }, { due_at: 1 }, first).lean(),
    WebhookDelivery.findOne({ state: 'pending', due_at: soon }, { due_at: 1 }, first).lean(),
    WebhookDelivery.findOne({ state: 'sending', lease_until: soon }, { lease_until: 1 }, firstFree).lean(),
    Lead.findOne(
      {
        status: 'contacted',
        handled_by: 'assistant',
        deleted_at: null,
        give_up_at: soon,
      },
      { give_up_at: 1 },
      { sort: { give_up_at: 1 } },
    ).lean(),
    Arrival.findOne({ state: 'received', lease_until: soon }, { lease_until: 1 }, firstFree).lean(),
    ChatSession.findOne(
      { mail_waiting: true, mail_due_at: soon },
      { mail_due_at: 1 },
      { sort: { mail_due_at: 1 } },
    ).lean(),
  ]);
  const begunUntil = [sending, posting, arrival].map((record) => record?.lease_until);
  const times = [
    message?.due_at,
    followUp?.due_at,
    delivery?.due_at,
    lead?.give_up_at,
    chat?.mail_due_at,
    ...begunUntil,
  ];
  const due = times.filter((time) => time instanceof Date).sort((one, other) => one.getTime() - other.getTime());
  return due[0] ?? null;
}
