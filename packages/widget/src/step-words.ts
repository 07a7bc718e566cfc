import type { Language } from './contract.ts';

/** What is said to somebody who turns the pages of a form; `{step}` is replaced. */
export const words: Record<Language, { next: string; back: string; step: string; choose: string }> = {
  nb: { next: 'Neste', back: 'Tilbake', step: 'Steg {step}', choose: 'Velg' },
  en: { next: 'Next', back: 'Back', step: 'Step {step}', choose: 'Choose' },
  sv: { next: 'Nästa', back: 'Tillbaka', step: 'Steg {step}', choose: 'Välj' },
  da: { next: 'Næste', back: 'Tilbage', step: 'Trin {step}', choose: 'Vælg' },
  de: { next: 'Weiter', back: 'Zurück', step: 'Schritt {step}', choose: 'Auswählen' },
};
