import type { components } from '../../generated/openapi.ts';

export type Language = components['schemas']['Language'];

/** The fixed words of a mail to a customer. */
export interface MailWords {
  closing: string;
  assistantTitle: string;
  because(dealership: string): string;
  unsubscribe: string;
  status: { reserved: string; sold: string; demo: string };
}

export const mailWords: Record<Language, MailWords> = {
  nb: {
    closing: 'Vennlig hilsen',
    assistantTitle: 'Digital assistent',
    because: (dealership) => `Du får denne e-posten fordi du kontaktet ${dealership}.`,
    unsubscribe: 'Meld meg av',
    status: { reserved: 'reservert', sold: 'solgt', demo: 'demobil' },
  },
  en: {
    closing: 'Best regards',
    assistantTitle: 'Digital assistant',
    because: (dealership) => `You are getting this e-mail because you contacted ${dealership}.`,
    unsubscribe: 'Unsubscribe',
    status: { reserved: 'reserved', sold: 'sold', demo: 'demo car' },
  },
  sv: {
    closing: 'Vänliga hälsningar',
    assistantTitle: 'Digital assistent',
    because: (dealership) => `Du får det här mejlet för att du kontaktade ${dealership}.`,
    unsubscribe: 'Avregistrera mig',
    status: { reserved: 'reserverad', sold: 'såld', demo: 'demobil' },
  },
  da: {
    closing: 'Venlig hilsen',
    assistantTitle: 'Digital assistent',
    because: (dealership) => `Du får denne mail, fordi du har kontaktet ${dealership}.`,
    unsubscribe: 'Afmeld mig',
    status: { reserved: 'reserveret', sold: 'solgt', demo: 'demobil' },
  },
  de: {
    closing: 'Freundliche Grüße',
    assistantTitle: 'Digitale Assistenz',
    because: (dealership) => `Sie erhalten diese E-Mail, weil Sie ${dealership} kontaktiert haben.`,
    unsubscribe: 'Abmelden',
    status: { reserved: 'reserviert', sold: 'verkauft', demo: 'Vorführwagen' },
  },
};
