import type { components } from '../../generated/openapi.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { isOpenAt } from './opening-times.ts';

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
  return isOpenAt(dealership, now) ? 'human' : 'assistant';
}
