import type { Language } from '../../answering/types.ts';

interface PageTexts {
  question: string;
  explanation(address: string, dealership: string): string;
  button: string;
  done: string;
  doneExplanation(address: string, dealership: string): string;
}

/** What the pages behind an unsubscribe link say. */
export const PAGE_TEXTS: Record<Language, PageTexts> = {
  nb: {
    question: 'Vil du slutte å få meldinger?',
    explanation: (address, dealership) => `${dealership} sender da ikke flere meldinger til ${address}.`,
    button: 'Stopp meldingene',
    done: 'Meldingene er stoppet',
    doneExplanation: (address, dealership) =>
      `${dealership} sender ikke flere meldinger til ${address}. Du kan alltid ta kontakt igjen selv.`,
  },
  en: {
    question: 'Stop getting messages?',
    explanation: (address, dealership) => `${dealership} will then send no more messages to ${address}.`,
    button: 'Stop the messages',
    done: 'The messages are stopped',
    doneExplanation: (address, dealership) =>
      `${dealership} sends no more messages to ${address}. You can always get in touch again yourself.`,
  },
  sv: {
    question: 'Vill du sluta få meddelanden?',
    explanation: (address, dealership) => `${dealership} skickar då inga fler meddelanden till ${address}.`,
    button: 'Stoppa meddelandena',
    done: 'Meddelandena är stoppade',
    doneExplanation: (address, dealership) =>
      `${dealership} skickar inga fler meddelanden till ${address}. Du kan alltid höra av dig igen själv.`,
  },
  da: {
    question: 'Vil du ikke have flere beskeder?',
    explanation: (address, dealership) => `${dealership} sender så ikke flere beskeder til ${address}.`,
    button: 'Stop beskederne',
    done: 'Beskederne er stoppet',
    doneExplanation: (address, dealership) =>
      `${dealership} sender ikke flere beskeder til ${address}. Du kan altid selv tage kontakt igen.`,
  },
  de: {
    question: 'Keine Nachrichten mehr erhalten?',
    explanation: (address, dealership) => `${dealership} sendet dann keine Nachrichten mehr an ${address}.`,
    button: 'Nachrichten beenden',
    done: 'Die Nachrichten sind beendet',
    doneExplanation: (address, dealership) =>
      `${dealership} sendet keine Nachrichten mehr an ${address}. Sie können sich jederzeit selbst wieder melden.`,
  },
};
