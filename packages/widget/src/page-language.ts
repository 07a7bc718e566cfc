import type { Language } from './contract.ts';

const languageByPrimaryTag: Record<string, Language> = {
  nb: 'nb',
  nn: 'nb',
  no: 'nb',
  en: 'en',
  sv: 'sv',
  da: 'da',
  de: 'de',
};

/** The language to speak at an element: nearest `lang`, else the visitor's, else English where we do not speak it. */
export function pageLanguage(element: Element, visitorTag: string): Language {
  const tag = element.closest('[lang]')?.getAttribute('lang') || visitorTag;
  return languageByPrimaryTag[tag.toLowerCase().replace(/[-_].*/, '')] ?? 'en';
}
