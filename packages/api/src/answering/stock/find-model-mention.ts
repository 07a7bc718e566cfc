import { normalizeToken, wordsOf } from '../vehicle-search-tokens.ts';
import { withinOneEdit } from './edit-distance.ts';

const definiteEnding = /(?:'?en|'?et|'?n)$/;
/** Model names that are also ordinary words or numbers: only a model when the make stands before them. */
const needsMake = /^(?:\d{1,4}|up|note|one|go|leaf|jazz|free|master|partner|born|spring|soul|rapid|puma|seal|is|up!)$/;

/** How well a model name is mentioned: 1 exact, less for a typo or only its first word, 0 when it is not. */
export function findModelMention(words: string[], owned: ReadonlySet<number>, make: string, model: string): number {
  const modelWords = wordsOf(model);
  const key = modelWords.join('');
  if (key === '') return 0;
  const makeWords = new Set(wordsOf(make));
  let best = 0;
  for (let start = 0; start < words.length; start += 1) {
    if (owned.has(start)) continue;
    const afterMake = start > 0 && makeWords.has(words[start - 1] ?? '');
    for (let length = 1; length <= Math.max(3, modelWords.length); length += 1) {
      const slice = words.slice(start, start + length);
      if (slice.length === length) best = Math.max(best, matchQuality(slice.join(''), key, afterMake));
    }
    if (modelWords.length > 1)
      best = Math.max(best, firstWordQuality(words[start] ?? '', modelWords[0] ?? '', afterMake));
  }
  return best;
}

function matchQuality(mention: string, key: string, afterMake: boolean): number {
  if (needsMake.test(key) && !afterMake) return 0;
  const stem = mention.length > key.length ? normalizeToken(mention.replace(definiteEnding, '')) : mention;
  if (mention === key || stem === key) return 1;
  const isWord = key.length >= 5 && !/\d/.test(key);
  return isWord && (withinOneEdit(mention, key) || withinOneEdit(stem, key)) ? 0.85 : 0;
}

function firstWordQuality(mention: string, firstWord: string, afterMake: boolean): number {
  const distinctive = firstWord.length >= 3 && firstWord !== 'model' && !needsMake.test(firstWord);
  return mention === firstWord && (distinctive || afterMake) ? 0.7 : 0;
}
