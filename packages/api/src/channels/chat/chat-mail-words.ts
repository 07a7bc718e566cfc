import type { Language } from '../../answering/types.ts';

/** The words around the answers of a chat that are sent by mail. */
interface ChatMailWords {
  subject(dealership: string): string;
  intro: string;
}

export const chatMailWords: Readonly<Record<Language, ChatMailWords>> = {
  nb: {
    subject: (dealership) => `Svar på chatten din med ${dealership}`,
    intro: 'Du skrev til oss i chatten og rakk ikke å se svaret. Her er det:',
  },
  en: {
    subject: (dealership) => `Your chat with ${dealership}`,
    intro: 'You wrote to us in the chat and left before you could see the answer. Here it is:',
  },
  sv: {
    subject: (dealership) => `Svar på din chatt med ${dealership}`,
    intro: 'Du skrev till oss i chatten och hann inte se svaret. Här är det:',
  },
  da: {
    subject: (dealership) => `Svar på din chat med ${dealership}`,
    intro: 'Du skrev til os i chatten og nåede ikke at se svaret. Her er det:',
  },
  de: {
    subject: (dealership) => `Ihr Chat mit ${dealership}`,
    intro: 'Sie haben uns im Chat geschrieben und die Antwort nicht mehr gesehen. Hier ist sie:',
  },
};
