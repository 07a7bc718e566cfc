import type { SmsCommand } from '../channels/sms/read-sms-command.ts';
import { suppress, unsuppress } from '../delivery/suppression.ts';
import type { Services } from '../services.ts';

const BY_NUMBER = ['sms', 'whatsapp'] as const;

/**
 * Ends or allows SMS and WhatsApp to a number of the current dealership: who says STOP does not mean one app alone. Run
 * again, it changes nothing.
 */
export async function obeyNumberCommand(services: Services, command: SmsCommand | null, phone: string): Promise<void> {
  for (const channel of BY_NUMBER) {
    if (command === 'stop') await suppress(services, channel, phone, 'stop');
    if (command === 'start') await unsuppress(channel, phone);
  }
}
