import type { DealershipFacts } from '../../answering/types.ts';
import type { DealershipRecord } from './model.ts';

/** A dealership as replies are allowed to speak of it. */
export function dealershipFacts(record: DealershipRecord): DealershipFacts {
  return {
    id: record._id,
    name: record.name,
    language: record.language,
    timeZone: record.time_zone,
    contact: record.contact,
    openingHours: record.opening_hours,
    assistantName: record.assistant.name,
  };
}
