import type { Language } from './contract.ts';
import type { Texts } from './texts.ts';

/** What the loader hands on: who the site is, where the API is, and how to get at words. */
export interface WidgetSettings {
  /** Publishable key, `pk_…`. */
  key: string;
  /** Origin (and path prefix, if any) of the API, without a slash at the end. */
  api: string;
  /** Address of the page when the script ran: campaign parameters are read from it after in-page navigation too. */
  landingUrl: string;
  /** The language to speak at an element. */
  languageAt(element: Element): Language;
  /** Fetches the texts of a language, once however often it is asked; rejects when the network does. */
  importTexts(language: Language): Promise<{ texts: Texts }>;
}
