import type { PortalTemplate } from '../portal-template.ts';
import { below, line, maybe } from './rule.ts';

/** The importer's site of Volkswagen in Norway; each label on a line of its own, the value below it. */
export const volkswagenNo: PortalTemplate = {
  id: 'volkswagen_no',
  name: 'volkswagen.no',
  senders: ['volkswagen.no'],
  subjectWords: ['henvendelse', 'prøvekjøring', 'ny lead'],
  assumed: true,
  rules: [
    line('vehicle', 'Ønsket modell'),
    line('name', 'Navn'),
    line('email', 'E-postadresse'),
    maybe('phone', 'Mobilnummer'),
    below('message', 'Melding', 'Samtykke'),
  ],
};
