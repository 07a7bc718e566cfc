import type { Language } from '../../answering/types.ts';
import type { Labels } from './model.ts';

/** A text in a language, else in the dealership's, else in English, else in any; empty where there is none. */
export function textInLanguage(labels: Labels, language: Language, ofDealership: Language): string {
  const texts = [labels[language], labels[ofDealership], labels.en, ...Object.values(labels)];
  return texts.find((text) => text !== undefined && text.trim() !== '')?.trim() ?? '';
}
