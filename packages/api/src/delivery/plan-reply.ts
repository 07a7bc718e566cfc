import { assistantChannel, assistantSettings } from '../features/assistant/assistant-settings.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { isOpen, nextOpening } from '../lib/opening-hours.ts';

/** What becomes of an answer before it is written. */
export type ReplyPlan =
  | { action: 'send' }
  | { action: 'draft' | 'off'; reason: string }
  | { action: 'hold'; until: Date; reason: string };

/** Decides by the dealership's settings: send, wait for a person, wait until it opens, or be silent. */
export function planReply(
  dealership: Pick<DealershipRecord, 'assistant_settings' | 'opening_hours' | 'time_zone'>,
  channel: string,
  now: Date,
): ReplyPlan {
  const settings = assistantSettings(dealership);
  const { mode } = settings.channels[assistantChannel(channel)];
  if (mode === 'off') return { action: 'off', reason: 'The assistant is off on this channel' };
  const { opening_hours: hours, time_zone: timeZone } = dealership;
  const closed = settings.outside_hours !== 'answer' && !isOpen(now, hours, timeZone);
  if (closed && settings.outside_hours === 'hold') {
    const until = nextOpening(now, hours, timeZone);
    if (until) return { action: 'hold', until, reason: 'Waits until the dealership opens' };
  }
  if (closed) return { action: 'draft', reason: 'Written outside opening hours' };
  if (mode === 'draft') return { action: 'draft', reason: 'Answers on this channel wait for a person' };
  return { action: 'send' };
}
