import type { Texts } from '../texts.ts';

export const texts: Texts = {
  headings: { vehicle: 'Spørg om bilen', general: 'Send os en besked' },
  intro: 'Vi svarer som regel inden for 90 sekunder, døgnet rundt.',
  labels: {
    name: 'Navn',
    email: 'E-mail',
    phone: 'Telefon',
    vehicle_interest: 'Hvilken bil drejer det sig om?',
    message: 'Besked',
  },
  optional: 'valgfrit',
  about: 'Vedrører',
  submit_label: 'Send besked',
  sending: 'Sender …',
  success_title: 'Tak, beskeden er sendt',
  success_text: 'Vi svarer som regel inden for 90 sekunder, også om aftenen og i weekenden.',
  replyTo: 'Svaret kommer til {email}.',
  again: 'Skriv en ny besked',
  queuedTitle: 'Beskeden er gemt',
  queuedText:
    'Vi kan ikke få forbindelse lige nu. Beskeden ligger sikkert på denne enhed og bliver sendt, så snart du er online igen.',
  retry: 'Prøv at sende nu',
  problemTitle: 'Se dette igennem, før du sender',
  required: {
    name: 'Skriv dit navn',
    email: 'Skriv din e-mailadresse',
    phone: 'Skriv dit telefonnummer',
    vehicle_interest: 'Skriv hvilken bil det drejer sig om',
    message: 'Skriv hvad du gerne vil vide',
    consent: 'Sæt kryds for at give samtykke',
    other: 'Udfyld',
  },
  invalid: {
    email: 'Skriv hele e-mailadressen, for eksempel navn@firma.dk',
    phone: 'Skriv et telefonnummer med mindst 7 cifre',
    other: 'Tjek det, du har skrevet her',
  },
  unreachable: 'Vi kan ikke få forbindelse lige nu. Det, du skrev, står her stadig. Prøv igen om lidt.',
  refused: 'Formularen kan ikke tage imod beskeder lige nu. Ring til os i stedet, så hjælper vi dig.',
};
