import { recordArrival } from '../../intake/record-arrival.ts';
import type { Services } from '../../services.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import type { MetaChange } from './read-meta-changes.ts';

/** Stores one thing that Meta told of as an arrival of the current dealership; one that is there already stays as it is. */
export function recordChange(
  services: Services,
  dealershipId: string,
  { key, payload }: Pick<MetaChange, 'key' | 'payload'>,
): Promise<{ arrival: ArrivalRecord; repeated: boolean }> {
  return recordArrival(services, {
    dealershipId,
    channel: 'facebook',
    key,
    test: false,
    payload,
    from: null,
    subject: null,
    text: '',
  });
}
