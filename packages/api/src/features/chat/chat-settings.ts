import type { components } from '../../generated/openapi.ts';
import { isOpen } from '../../lib/opening-hours.ts';
import type { DealershipRecord } from '../dealership/model.ts';

type ChatSettings = components['schemas']['ChatSettings'];

const DEFAULTS: ChatSettings = {
  enabled: true,
  answered_by: 'assistant',
  email_after_minutes: 5,
  greeting: null,
  accent: null,
};

/** How a dealership wants its chat; what it has not said is as for everybody. */
export function chatSettings(dealership: Pick<DealershipRecord, 'chat'>): ChatSettings {
  return { ...DEFAULTS, ...dealership.chat };
}

/** Who answers a chat at a time, by the choice of the dealership. */
export function chatAnsweredBy(dealership: DealershipRecord, now: Date): 'assistant' | 'human' {
  if (!dealership.assistant.auto_reply) return 'human';
  const { answered_by: choice } = chatSettings(dealership);
  if (choice !== 'assistant_outside_hours') return choice;
  // Colleagues only while the hours say so: where nobody has said any hours, the assistant.
  const { opening_hours: hours, time_zone: timeZone } = dealership;
  return hours.length > 0 && isOpen(now, hours, timeZone) ? 'human' : 'assistant';
}
