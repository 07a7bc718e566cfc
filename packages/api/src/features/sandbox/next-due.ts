import mongoose from 'mongoose';
import { Arrival } from '../arrivals/model.ts';
import { FollowUp } from '../follow-ups/model.ts';
import { Lead } from '../leads/model.ts';
import { Message } from '../messages/model.ts';
import { WebhookDelivery } from '../webhooks/delivery-model.ts';

/** The first time between two moments at which something in the current dealership falls due; `null` when nothing does. */
export async function nextDue(from: Date, until: Date): Promise<Date | null> {
  const soon = mongoose.trusted({ $gt: from, $lte: until });
  const first = { sort: { due_at: 1 } } as const;
  const [message, followUp, delivery, lead, arrival] = await Promise.all([
    Message.findOne({ state: 'pending', due_at: soon }, { due_at: 1 }, first).lean(),
    FollowUp.findOne({ state: 'scheduled', message_id: null, due_at: soon }, { due_at: 1 }, first).lean(),
    WebhookDelivery.findOne({ state: 'pending', due_at: soon }, { due_at: 1 }, first).lean(),
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
    Arrival.findOne({ state: 'received', lease_until: soon }, { lease_until: 1 }, { sort: { lease_until: 1 } }).lean(),
  ]);
  const times = [message?.due_at, followUp?.due_at, delivery?.due_at, lead?.give_up_at, arrival?.lease_until];
  const due = times.filter((time) => time instanceof Date).sort((one, other) => one.getTime() - other.getTime());
  return due[0] ?? null;
}
