import type { PortalTemplate } from '../portal-template.ts';
import { below, line, maybe } from './rule.ts';

/** The importer's site of Toyota in Norway. */
export const toyotaNo: PortalTemplate = {
  id: 'toyota_no',
  name: 'toyota.no',
  senders: ['toyota.no'],
  subjectWords: ['prøvekjøring', 'henvendelse', 'tilbud'],
  assumed: true,
  rules: [
    line('vehicle', 'Modell:'),
    line('first_name', 'Fornavn:'),
    line('last_name', 'Etternavn:'),
    line('email', 'E-post:'),
    maybe('phone', 'Mobil:'),
    below('message', 'Kommentar:', 'Denne henvendelsen'),
  ],
};
