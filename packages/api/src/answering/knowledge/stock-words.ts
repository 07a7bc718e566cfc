import { makes } from '../stock/makes.ts';
import type { VehicleFacts } from '../types.ts';
import { wordsOf } from './words-of.ts';

/** What stock answers, in five languages and folded: asked beside something else, it must not choose the passage. */
const askedOfStock = new Set(
  (
    'pris prisen priser koster kostar kosta cost costs price preis kostet kosten ledig tilgjengelig available verfugbar solgt sold sald verkauft ' +
    'salgs salg kilometer km kilometerstand mileage arsmodell reservert'
  ).split(' '),
);
const endings = /(?:ene|er|en|et|n|s)$/;

function namesMake(word: string): boolean {
  return makes.has(word) || makes.has(word.replace(endings, ''));
}

/** The folded words of a message that are about the cars themselves, and not about what the dealership knows. */
export function wordsAboutStock(text: string, vehicles: readonly VehicleFacts[]): ReadonlySet<string> {
  const titles = new Set(vehicles.flatMap(({ title }) => wordsOf(title).map(({ folded }) => folded)));
  const about = wordsOf(text)
    .map(({ folded }) => folded)
    .filter(
      (word) => askedOfStock.has(word) || namesMake(word) || titles.has(word) || titles.has(word.replace(endings, '')),
    );
  return new Set(about);
}
