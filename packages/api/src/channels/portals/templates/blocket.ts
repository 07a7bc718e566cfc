import type { PortalTemplate } from '../portal-template.ts';
import { below, line, maybe } from './rule.ts';

/** Blocket, Sweden. */
export const blocket: PortalTemplate = {
  id: 'blocket',
  name: 'Blocket',
  senders: ['blocket.se'],
  subjectWords: ['intresserad av', 'svar på din annons', 'nytt meddelande'],
  assumed: true,
  rules: [
    line('vehicle', 'Annons:'),
    maybe('reference', 'Annons-id:'),
    line('name', 'Namn:'),
    line('email', 'E-post:'),
    maybe('phone', 'Telefon:'),
    below('message', 'Meddelande:', 'Visa annonsen'),
    maybe('listing_url', 'Visa annonsen'),
  ],
};
