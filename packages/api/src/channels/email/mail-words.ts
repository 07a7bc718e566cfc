import type { components } from '../../generated/openapi.ts';

export type Language = components['schemas']['Language'];

/** The fixed words of a mail to a customer. */
export interface MailWords {
  closing: string;
  assistantTitle: string;
  disclosure(assistant: string, dealership: string): string;
  /** How to reach a person; the telephone number may be missing. */
  human(phone: string | null): string;
  because(dealership: string): string;
  unsubscribe: string;
  status: { reserved: string; sold: string; demo: string };
}

export const mailWords: Record<Language, MailWords> = {
  nb: {
    closing: 'Vennlig hilsen',
    assistantTitle: 'Digital assistent',
    disclosure: (assistant, dealership) => `${assistant} er den digitale assistenten hos ${dealership}.`,
    human: (phone) =>
      `Vil du heller snakke med et menneske? Skriv det i et svar${phone ? `, eller ring ${phone}` : ''}.`,
    because: (dealership) => `Du får denne e-posten fordi du kontaktet ${dealership}.`,
    unsubscribe: 'Meld meg av',
    status: { reserved: 'reservert', sold: 'solgt', demo: 'demobil' },
  },
  en: {
    closing: 'Best regards',
    assistantTitle: 'Digital assistant',
    disclosure: (assistant, dealership) => `${assistant} is the digital assistant at ${dealership}.`,
    human: (phone) => `Would you rather talk to a person? Say so in a reply${phone ? `, or call ${phone}` : ''}.`,
    because: (dealership) => `You are getting this e-mail because you contacted ${dealership}.`,
    unsubscribe: 'Unsubscribe',
    status: { reserved: 'reserved', sold: 'sold', demo: 'demo car' },
  },
  sv: {
    closing: 'Vänliga hälsningar',
    assistantTitle: 'Digital assistent',
    disclosure: (assistant, dealership) => `${assistant} är den digitala assistenten hos ${dealership}.`,
    human: (phone) =>
      `Vill du hellre prata med en människa? Skriv det i ett svar${phone ? `, eller ring ${phone}` : ''}.`,
    because: (dealership) => `Du får det här mejlet för att du kontaktade ${dealership}.`,
    unsubscribe: 'Avregistrera mig',
    status: { reserved: 'reserverad', sold: 'såld', demo: 'demobil' },
  },
  da: {
    closing: 'Venlig hilsen',
    assistantTitle: 'Digital assistent',
    disclosure: (assistant, dealership) => `${assistant} er den digitale assistent hos ${dealership}.`,
    human: (phone) =>
      `Vil du hellere tale med et menneske? Skriv det i et svar${phone ? `, eller ring på ${phone}` : ''}.`,
    because: (dealership) => `Du får denne mail, fordi du har kontaktet ${dealership}.`,
    unsubscribe: 'Afmeld mig',
    status: { reserved: 'reserveret', sold: 'solgt', demo: 'demobil' },
  },
  de: {
    closing: 'Freundliche Grüße',
    assistantTitle: 'Digitale Assistenz',
    disclosure: (assistant, dealership) => `${assistant} ist die digitale Assistenz bei ${dealership}.`,
    human: (phone) =>
      `Möchten Sie lieber mit einem Menschen sprechen? Schreiben Sie es in Ihrer Antwort${phone ? ` oder rufen Sie an: ${phone}` : ''}.`,
    because: (dealership) => `Sie erhalten diese E-Mail, weil Sie ${dealership} kontaktiert haben.`,
    unsubscribe: 'Abmelden',
    status: { reserved: 'reserviert', sold: 'verkauft', demo: 'Vorführwagen' },
  },
};
