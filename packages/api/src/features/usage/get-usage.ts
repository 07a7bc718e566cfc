import mongoose from 'mongoose';
import { smsSegments } from '../../channels/sms/sms-segments.ts';
import { ModelUsage, type ModelUsageRecord } from '../../delivery/model-usage-model.ts';
import { limitsOf, monthOf } from '../../delivery/token-budget.ts';
import { Usage } from '../../delivery/usage-model.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { Message, type MessageState } from '../messages/model.ts';

interface GetUsage {
  ctx: TenantContext;
  input: { month?: string };
}

/** What a dealership used in a month. */
export interface MonthlyUsage {
  month: string;
  tokensUsed: number;
  limits: { soft: number; hard: number };
  days: ModelUsageRecord[];
  sms: { messages: number; parts: number };
}

const SENT: MessageState[] = ['sent', 'delivered', 'read'];

function bounds(month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: new Date(Date.UTC(year, number - 1, 1)), to: new Date(Date.UTC(year, number, 1)) };
}

/** Parts are counted as they were sent, one message after the other: a month's SMS fit no list. */
async function smsOf(month: string): Promise<MonthlyUsage['sms']> {
  const { from, to } = bounds(month);
  const sms = { messages: 0, parts: 0 };
  const sent = Message.find(
    {
      channel: 'sms',
      direction: 'outbound',
      test: false,
      state: mongoose.trusted({ $in: SENT }),
      sent_at: mongoose.trusted({ $gte: from, $lt: to }),
    },
    { text: 1 },
  )
    .lean()
    .cursor();
  for await (const { text } of sent) {
    sms.messages += 1;
    sms.parts += smsSegments(text ?? '').segments;
  }
  return sms;
}

/** Reads what the dealership used in a month, the current one when none is named. */
export async function getUsage({ ctx, input }: GetUsage): Promise<MonthlyUsage> {
  const month = input.month ?? monthOf(ctx.services.clock.now());
  const [dealership, usage, days, sms] = await Promise.all([
    Dealership.findById(ctx.dealershipId).lean<DealershipRecord>(),
    Usage.findOne({ month }).lean(),
    ModelUsage.find({ day: mongoose.trusted({ $gte: `${month}-01`, $lte: `${month}-31` }) })
      .sort({ day: 1, purpose: 1 })
      .lean<ModelUsageRecord[]>(),
    smsOf(month),
  ]);
  if (!dealership) throw notFound();
  return { month, tokensUsed: usage?.tokens ?? 0, limits: limitsOf(dealership, ctx.services.env), days, sms };
}
