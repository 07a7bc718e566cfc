import type { GateFacts } from '../../src/answering/claims/gate-types.ts';

/** Digits of a text in runs, thousands joined: `489 000 kr` is 489000. */
function numbersIn(text: string): string[] {
  const joined = text.replace(/(?<=\d)[ .\u00a0](?=\d{3}(?!\d))/g, '');
  return joined.match(/\d+/g) ?? [];
}

/**
 * Numbers of a reply that stand nowhere in what it may rest on. Coarser than the claims gate and written apart from it,
 * so that the gate is not the only judge of itself.
 */
export function strangeNumbers(reply: string, facts: GateFacts, knowledge: readonly string[]): string[] {
  const { vehicle, alternatives, dealership, customerTexts } = facts;
  const known = new Set(numbersIn(JSON.stringify([vehicle, alternatives, dealership, customerTexts, knowledge])));
  const hours = dealership.openingHours.flatMap(({ opens, closes }) => [opens, closes]);
  for (const time of hours) known.add(String(Number(time.split(':')[0])));
  for (const telephone of numbersIn((dealership.contact.phone ?? '').replace(/\s/g, ''))) known.add(telephone);
  return numbersIn(reply).filter((number) => !known.has(number));
}
