import { i18n } from './i18n/i18n.svelte.ts';

/** The car to trade in, as it was read; what the API calls `Not described` in the words of the dashboard. */
export function tradeInWords(said: string | null): string | null {
  return said === 'Not described' ? i18n.t.lead.tradeInNotDescribed : said;
}
