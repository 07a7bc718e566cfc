import type { Services } from '../services.ts';
import { updateHeld } from './claim-message.ts';
import { announce, type Sending } from './sending.ts';

/** Puts a message back until a time; that is no failed attempt. */
export async function waitUntil(services: Services, sending: Sending, until: Date, reason: string): Promise<void> {
  const { message } = sending;
  const later = { state: 'pending' as const, due_at: until, lease_until: null, attempts: message.attempts - 1 };
  if (await updateHeld(message, { ...later, dispatched_at: null, state_reason: reason }))
    await announce(services, sending);
}
