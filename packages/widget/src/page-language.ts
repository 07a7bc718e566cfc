import type { Language } from './contract.ts';

/** The language to speak at an element: nearest `lang`, else the visitor's, else English where we do not speak it. */
export function pageLanguage(element: Element, visitorTag: string): Language {
  const tag = element.closest('[lang]')?.getAttribute('lang') || visitorTag;
  const [primary = ''] = tag.toLowerCase().split(/[-_]/);
  if (/^n[bno]$/.test(primary)) return 'nb';
  return /^(sv|da|de)$/.test(primary) ? (primary as Language) : 'en';
}
