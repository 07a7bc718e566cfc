import mongoose from 'mongoose';
import { staffPresentUntil } from '../features/chat/staff-present-until.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { isNewer } from './is-newer.ts';
import { DELETED } from './reasons-not-to-send.ts';

/** Three messages in a row are one piece of news. */
const QUIET_MS = 10 * MINUTE_MS;
/** What is being told at this moment is known soon after. */
const LOOK_AGAIN_MS = 2 * SECOND_MS;

/** What becomes of an alert that a customer answered. */
export type AlertPlan =
  | { action: 'send' }
  | { action: 'wait'; until: Date; reason: string }
  | { action: 'withhold'; reason: string };

type Alert = Pick<MessageRecord, '_id' | 'state' | 'alert' | 'created_at' | 'dispatched_at' | 'sent_at'>;

async function othersTo({ _id, lead_id, alert: mine }: MessageRecord, now: Date): Promise<Alert[]> {
  const since = mongoose.trusted({ $gt: after(now, -DAY_MS) });
  const alerts = await Message.find(
    { lead_id, purpose: 'alert', 'alert.user_id': mine?.user_id ?? '', created_at: since },
    { state: 1, alert: 1, created_at: 1, dispatched_at: 1, sent_at: 1 },
  ).lean<Alert[]>();
  return alerts.filter((other) => other._id !== _id && other.state !== 'cancelled' && other.state !== 'failed');
}

/** An older one of the same kind that has not gone out gives way to the newer as soon as it is looked at. */
const givesWay = ({ alert, state, dispatched_at }: Alert): boolean =>
  alert?.is_answer === true && (state === 'pending' || dispatched_at === null);

function quietUntil({ state, sent_at, dispatched_at, created_at }: Alert, now: Date): Date {
  return state === 'sending' ? after(now, LOOK_AGAIN_MS) : after(sent_at ?? dispatched_at ?? created_at, QUIET_MS);
}

/**
 * Decides, at the moment of sending, on an alert that a customer answered: colleagues are told at most once in ten
 * minutes, and in a chat not while one of them is in it. That only puts it off: it is called off when the lead was read,
 * and of several that waited the newest goes out.
 */
export async function planAnswerAlert(message: MessageRecord, lead: LeadRecord, now: Date): Promise<AlertPlan> {
  if (lead.deleted_at) return { action: 'withhold', reason: DELETED };
  if (!lead.unread) return { action: 'withhold', reason: 'A colleague has read it' };
  const others = await othersTo(message, now);
  if (others.some((other) => other.alert?.is_answer && isNewer(other, message)))
    return { action: 'withhold', reason: 'A newer message of the customer is told of instead' };
  const told = others.filter((other) => !givesWay(other)).map((other) => quietUntil(other, now).getTime());
  const quiet = new Date(Math.max(0, ...told));
  if (quiet > now) return { action: 'wait', until: quiet, reason: 'This colleague was told a moment ago' };
  const present = await staffPresentUntil(lead._id);
  if (present && present > now) return { action: 'wait', until: present, reason: 'A colleague is in the chat' };
  return { action: 'send' };
}
