import type { PortalTemplate } from '../portal-template.ts';
import { below, line, maybe } from './rule.ts';

/** FINN.no, Norway. */
export const finn: PortalTemplate = {
  id: 'finn',
  name: 'FINN',
  senders: ['finn.no'],
  subjectWords: ['henvendelse', 'ny melding', 'interessert i'],
  assumed: true,
  rules: [
    line('vehicle', 'Annonse:'),
    maybe('reference', 'FINN-kode:'),
    line('name', 'Navn:'),
    line('email', 'E-post:'),
    maybe('phone', 'Telefon:'),
    below('message', 'Melding:', 'Se annonsen'),
    maybe('listing_url', 'Se annonsen'),
  ],
};
