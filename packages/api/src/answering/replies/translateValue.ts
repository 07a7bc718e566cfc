import { foldText } from '../text/foldText.ts';
import type { TemplateLanguage } from './describeOpeningHours.ts';
import { stockValues } from './stockValues.ts';

/** A fuel or colour of stock in the reply's language; a value it does not know is said as it stands. */
export function translateValue(value: string, language: TemplateLanguage): string {
  const folded = foldText(value.trim());
  return stockValues.find(({ spellings }) => spellings.includes(folded))?.[language] ?? value.trim();
}
