import { foldText } from '../text/fold-text.ts';
import type { Language } from '../types.ts';
import { stockValues } from './stock-values.ts';

/** A fuel or colour of stock in the reply's language; a value it does not know is said as it stands. */
export function translateValue(value: string, language: Language): string {
  const folded = foldText(value.trim());
  return stockValues.find(({ spellings }) => spellings.includes(folded))?.[language] ?? value.trim();
}
