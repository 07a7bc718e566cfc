import type { Texts } from '../texts.ts';

export const texts: Texts = {
  headings: { vehicle: 'Fråga om bilen', general: 'Skicka ett meddelande' },
  intro: 'Vi svarar oftast inom 90 sekunder, dygnet runt.',
  labels: {
    name: 'Namn',
    email: 'E-post',
    phone: 'Telefon',
    vehicle_interest: 'Vilken bil gäller det?',
    message: 'Meddelande',
  },
  optional: 'valfritt',
  about: 'Gäller',
  submit_label: 'Skicka meddelande',
  sending: 'Skickar …',
  success_title: 'Tack, meddelandet är skickat',
  success_text: 'Vi svarar oftast inom 90 sekunder, även kvällar och helger.',
  replyTo: 'Svaret kommer till {email}.',
  again: 'Skriv ett nytt meddelande',
  queuedTitle: 'Meddelandet är sparat',
  queuedText:
    'Vi får ingen kontakt just nu. Meddelandet ligger tryggt på den här enheten och skickas så snart du är uppkopplad igen.',
  retry: 'Försök skicka nu',
  problemTitle: 'Kontrollera detta innan du skickar',
  required: {
    name: 'Skriv ditt namn',
    email: 'Skriv din e-postadress',
    phone: 'Skriv ditt telefonnummer',
    vehicle_interest: 'Skriv vilken bil det gäller',
    message: 'Skriv vad du undrar över',
    consent: 'Kryssa i rutan för samtycke',
    other: 'Fyll i',
  },
  invalid: {
    email: 'Skriv hela e-postadressen, till exempel namn@foretag.se',
    phone: 'Skriv ett telefonnummer med minst 7 siffror',
    other: 'Kontrollera det du har skrivit här',
  },
  unreachable: 'Vi får ingen kontakt just nu. Det du skrev finns kvar här. Försök igen om en stund.',
  refused: 'Formuläret tar inte emot meddelanden just nu. Ring oss i stället så hjälper vi dig.',
};
