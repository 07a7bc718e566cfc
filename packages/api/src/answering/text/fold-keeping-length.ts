import { foldText } from './fold-text.ts';

/** Folds as `foldText` does but one character for one, so that positions stay those of the original (æ becomes a). */
export function foldKeepingLength(text: string): string {
  return text.replace(/[^\x20-\x7e]|[A-Z]/g, (character) => foldText(character).charAt(0) || ' ');
}
