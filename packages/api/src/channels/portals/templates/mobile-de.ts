import type { PortalTemplate } from '../portal-template.ts';
import { below, line, maybe } from './rule.ts';

/** mobile.de, Germany. */
export const mobileDe: PortalTemplate = {
  id: 'mobile_de',
  name: 'mobile.de',
  senders: ['mobile.de'],
  subjectWords: ['anfrage', 'nachricht zu'],
  assumed: true,
  rules: [
    line('vehicle', 'Fahrzeug:'),
    maybe('reference', 'Inseratsnummer:'),
    line('name', 'Name:'),
    line('email', 'E-Mail:'),
    maybe('phone', 'Telefon:'),
    below('message', 'Nachricht:', 'Zum Inserat'),
    maybe('listing_url', 'Zum Inserat'),
  ],
};
