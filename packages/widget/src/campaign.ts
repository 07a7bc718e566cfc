import type { Utm } from './contract.ts';

const parts = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const longest = 200;

/** The `utm_…` parameters of the first address that has any. */
export function campaignOf(addresses: readonly string[]): Utm | undefined {
  for (const address of addresses) {
    const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1]);
    const found = parts.flatMap((part) => {
      const value = query.get(`utm_${part}`)?.trim().slice(0, longest);
      return value ? [[part, value]] : [];
    });
    if (found.length) return Object.fromEntries(found);
  }
  return undefined;
}
