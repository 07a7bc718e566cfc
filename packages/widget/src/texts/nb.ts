import type { Texts } from '../texts.ts';

export const texts: Texts = {
  headings: { vehicle: 'Spør om bilen', general: 'Send oss en melding' },
  intro: 'Vi svarer vanligvis innen 90 sekunder, hele døgnet.',
  labels: {
    name: 'Navn',
    email: 'E-post',
    phone: 'Telefon',
    vehicle_interest: 'Hvilken bil gjelder det?',
    message: 'Melding',
  },
  optional: 'valgfritt',
  about: 'Gjelder',
  submit_label: 'Send melding',
  sending: 'Sender …',
  success_title: 'Takk, meldingen er sendt',
  success_text: 'Vi svarer vanligvis innen 90 sekunder, også på kveldstid og i helgene.',
  replyTo: 'Svaret kommer til {email}.',
  again: 'Skriv en ny melding',
  queuedTitle: 'Meldingen er lagret',
  queuedText:
    'Vi får ikke kontakt akkurat nå. Meldingen ligger trygt på denne enheten og sendes så snart du er på nett igjen.',
  retry: 'Prøv å sende nå',
  problemTitle: 'Se over dette før du sender',
  required: {
    name: 'Skriv navnet ditt',
    email: 'Skriv e-postadressen din',
    phone: 'Skriv telefonnummeret ditt',
    vehicle_interest: 'Skriv hvilken bil det gjelder',
    message: 'Skriv hva du lurer på',
    consent: 'Kryss av for samtykke',
    other: 'Fyll ut',
  },
  invalid: {
    email: 'Skriv hele e-postadressen, for eksempel navn@firma.no',
    phone: 'Skriv et telefonnummer med minst 7 sifre',
    other: 'Sjekk det du har skrevet her',
  },
  unreachable: 'Vi får ikke kontakt akkurat nå. Det du skrev, står her fortsatt. Prøv igjen om litt.',
  refused: 'Skjemaet tar ikke imot meldinger akkurat nå. Ring oss i stedet, så hjelper vi deg.',
};
