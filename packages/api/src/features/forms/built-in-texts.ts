import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import type { FormTexts } from './model.ts';

type FieldName = components['schemas']['FormField']['name'];

/** Every word of a form in one language; `{dealership}` is replaced by its name. */
export type BuiltInTexts = Required<FormTexts> & { labels: Record<FieldName, string> };

/** What a form says where the dealership has not written anything of its own. */
export const BUILT_IN_TEXTS: Record<Language, BuiltInTexts> = {
  nb: {
    heading: 'Send oss en melding',
    intro: 'Vi svarer vanligvis innen 90 sekunder, hele døgnet.',
    labels: {
      name: 'Navn',
      email: 'E-post',
      phone: 'Telefon',
      vehicle_interest: 'Hvilken bil gjelder det?',
      message: 'Melding',
    },
    submit_label: 'Send melding',
    success_title: 'Takk, meldingen er sendt',
    success_text: 'Vi svarer vanligvis innen 90 sekunder, også på kveldstid og i helgene.',
    consent_text: 'Jeg godtar at {dealership} lagrer det jeg skriver her, og kontakter meg om henvendelsen.',
  },
  en: {
    heading: 'Send us a message',
    intro: 'We usually answer within 90 seconds, day and night.',
    labels: {
      name: 'Name',
      email: 'Email',
      phone: 'Phone',
      vehicle_interest: 'Which car is it about?',
      message: 'Message',
    },
    submit_label: 'Send message',
    success_title: 'Thank you, your message is sent',
    success_text: 'We usually answer within 90 seconds, evenings and weekends too.',
    consent_text: 'I agree that {dealership} keeps what I write here and contacts me about it.',
  },
  sv: {
    heading: 'Skicka ett meddelande',
    intro: 'Vi svarar oftast inom 90 sekunder, dygnet runt.',
    labels: {
      name: 'Namn',
      email: 'E-post',
      phone: 'Telefon',
      vehicle_interest: 'Vilken bil gäller det?',
      message: 'Meddelande',
    },
    submit_label: 'Skicka meddelande',
    success_title: 'Tack, meddelandet är skickat',
    success_text: 'Vi svarar oftast inom 90 sekunder, även på kvällar och helger.',
    consent_text: 'Jag godkänner att {dealership} sparar det jag skriver här och kontaktar mig om min förfrågan.',
  },
  da: {
    heading: 'Send os en besked',
    intro: 'Vi svarer som regel inden for 90 sekunder, døgnet rundt.',
    labels: {
      name: 'Navn',
      email: 'E-mail',
      phone: 'Telefon',
      vehicle_interest: 'Hvilken bil drejer det sig om?',
      message: 'Besked',
    },
    submit_label: 'Send besked',
    success_title: 'Tak, din besked er sendt',
    success_text: 'Vi svarer som regel inden for 90 sekunder, også om aftenen og i weekenden.',
    consent_text: 'Jeg accepterer, at {dealership} gemmer det, jeg skriver her, og kontakter mig om min henvendelse.',
  },
  de: {
    heading: 'Schreiben Sie uns',
    intro: 'Wir antworten in der Regel innerhalb von 90 Sekunden, rund um die Uhr.',
    labels: {
      name: 'Name',
      email: 'E-Mail',
      phone: 'Telefon',
      vehicle_interest: 'Um welches Auto geht es?',
      message: 'Nachricht',
    },
    submit_label: 'Nachricht senden',
    success_title: 'Danke, Ihre Nachricht ist unterwegs',
    success_text: 'Wir antworten in der Regel innerhalb von 90 Sekunden, auch abends und am Wochenende.',
    consent_text:
      'Ich bin einverstanden, dass {dealership} meine Angaben speichert und mich zu meiner Anfrage kontaktiert.',
  },
};
