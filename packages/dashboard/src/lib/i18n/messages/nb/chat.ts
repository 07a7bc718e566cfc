import type { Messages } from '../../i18n.svelte.ts';

export const chat: Pick<Messages, 'chat'> = {
  chat: {
    here: 'Er i chatten nå',
    typing: (name) => `${name} skriver`,
    left: 'Har forlatt chatten',
    leftText: 'Et svar her sendes på e-post om det ikke blir lest, der vi har en adresse.',
  },
};
