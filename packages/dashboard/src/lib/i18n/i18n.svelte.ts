// A typed catalogue of our own rather than a message compiler: two languages, a few hundred messages, functions where
// there are parameters, and the type checker says when one language lacks a message.
import { en } from './messages/en.ts';
import { nb } from './messages/nb.ts';

type Widen<T> = T extends (...parameters: infer P) => string
  ? (...parameters: P) => string
  : T extends string
    ? string
    : { [K in keyof T]: Widen<T[K]> };

/** The shape every language has to fill. */
export type Messages = Widen<typeof en>;
export type InterfaceLanguage = 'en' | 'nb';

const storageKey = 'norvalt.language';
const catalogues: Record<InterfaceLanguage, Messages> = { en, nb };

/** The interface language for a list of browser languages: Norwegian and its neighbours get bokmål, others English. */
export function chooseLanguage(stored: string | null, browserLanguages: readonly string[]): InterfaceLanguage {
  if (stored === 'en' || stored === 'nb') return stored;
  for (const tag of browserLanguages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (['nb', 'nn', 'no', 'da', 'sv'].includes(language)) return 'nb';
    if (language === 'en') return 'en';
  }
  return 'en';
}

class I18n {
  #language = $state<InterfaceLanguage>(
    chooseLanguage(globalThis.localStorage?.getItem(storageKey) ?? null, globalThis.navigator?.languages ?? []),
  );

  get language(): InterfaceLanguage {
    return this.#language;
  }

  set language(language: InterfaceLanguage) {
    this.#language = language;
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
  }

  /** BCP 47 tag for Intl: Norwegian conventions in both languages, British order of dates in English. */
  get locale(): string {
    return this.#language === 'nb' ? 'nb-NO' : 'en-GB';
  }

  get t(): Messages {
    return catalogues[this.#language];
  }
}

/** The language of the interface and its messages; kept in localStorage. */
export const i18n = new I18n();
