import type { MessageRecord } from '../features/messages/model.ts';
import { Membership } from '../features/users/model.ts';
import type { Services } from '../services.ts';
import { updateHeld } from './claim-message.ts';

/**
 * Turns an alert that a colleague's telephone cannot get into a mail to them: still one alert, under the same key. Tells
 * `false` where it is no such alert, its reader is no colleague any more, or `change` finds that another has it. Asked
 * only once it is certain that the SMS did not arrive.
 */
export async function mailInstead(
  services: Pick<Services, 'clock' | 'wake'>,
  message: MessageRecord,
  reason: string,
  change: typeof updateHeld = updateHeld,
): Promise<boolean> {
  if (message.purpose !== 'alert' || message.channel !== 'sms') return false;
  const reader = await Membership.findOne(
    { user_id: message.alert?.user_id ?? '', status: 'active' },
    { email: 1 },
  ).lean();
  if (!reader) return false;
  const moved = await change(message, {
    channel: 'email',
    recipient: reader.email,
    state: 'pending',
    state_reason: reason,
    due_at: services.clock.now(),
    attempts: 0,
    refused_since: null,
    dispatched_at: null,
    lease_until: null,
  });
  if (moved) services.wake();
  return moved;
}
