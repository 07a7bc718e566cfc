import { recordArrival } from '../../intake/record-arrival.ts';
import type { WhatsAppPayload } from '../../intake/whatsapp-payload.ts';
import type { Services } from '../../services.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import type { MetaChange } from './read-meta-changes.ts';

function seenOf({ name, customer, text, media }: WhatsAppPayload) {
  return {
    from: name ?? (customer === null ? null : `+${customer}`),
    subject: null,
    text: text || `[${media?.kind ?? ''}]`,
  };
}

/** Nothing is shown of ids alone, nor of what one of ours wrote on the phone, who knows to whom. */
const UNSEEN = { from: null, subject: null, text: '' };

/** Stores one thing that Meta told of as an arrival of the current dealership; one that is there already stays as it is. */
export function recordChange(
  services: Services,
  dealershipId: string,
  { key, payload }: Pick<MetaChange, 'key' | 'payload'>,
): Promise<{ arrival: ArrivalRecord; repeated: boolean }> {
  return recordArrival(services, {
    dealershipId,
    channel: payload.kind === 'facebook_lead' ? 'facebook' : 'whatsapp',
    key,
    test: false,
    payload,
    ...(payload.kind === 'whatsapp' ? seenOf(payload) : UNSEEN),
  });
}
