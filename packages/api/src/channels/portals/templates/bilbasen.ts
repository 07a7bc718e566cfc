import type { PortalTemplate } from '../portal-template.ts';
import { below, line, maybe } from './rule.ts';

/** Bilbasen, Denmark. */
export const bilbasen: PortalTemplate = {
  id: 'bilbasen',
  name: 'Bilbasen',
  senders: ['bilbasen.dk'],
  subjectWords: ['henvendelse', 'ny besked'],
  assumed: true,
  rules: [
    line('vehicle', 'Bil:'),
    maybe('reference', 'Annonce-id:'),
    line('name', 'Navn:'),
    line('email', 'E-mail:'),
    maybe('phone', 'Telefon:'),
    below('message', 'Besked:', 'Se annoncen'),
    maybe('listing_url', 'Se annoncen'),
  ],
};
