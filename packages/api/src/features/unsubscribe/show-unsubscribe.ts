import type { PublicContext } from '../../http/request-context.ts';
import type { SimplePage } from '../../http/simple-page.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { readLink } from './read-link.ts';

interface ShowUnsubscribe {
  ctx: PublicContext;
  input: { token: string };
}

/**
 * Asks whether messages should stop; changes nothing, because mail scanners follow links.
 * @throws Problem 404 when we never made the link
 */
export async function showUnsubscribe({ ctx, input }: ShowUnsubscribe): Promise<SimplePage> {
  const { claim, dealership } = await readLink(ctx, input.token);
  const texts = PAGE_TEXTS[dealership.language];
  return {
    language: dealership.language,
    dealership: dealership.name,
    heading: texts.question,
    text: texts.explanation(claim.address, dealership.name),
    button: texts.button,
  };
}
