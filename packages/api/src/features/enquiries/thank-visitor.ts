import type { Language } from '../../answering/types.ts';
import type { SimplePage } from '../../http/simple-page.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { BUILT_IN_TEXTS } from '../forms/built-in-texts.ts';
import { findDefaultForm } from '../forms/find-form.ts';
import { presentForm } from '../forms/present.ts';

const BACK: Readonly<Record<Language, string>> = {
  nb: 'Tilbake til nettstedet',
  en: 'Back to the site',
  sv: 'Tillbaka till webbplatsen',
  da: 'Tilbage til webstedet',
  de: 'Zurück zur Website',
};

/** What somebody sees whose browser posted the form itself: the words of the standard form, and a way back. */
export async function thankVisitor(dealershipId: string, asked: Language | null): Promise<SimplePage> {
  const dealership = await findDealership(dealershipId);
  const language = asked ?? dealership?.language ?? 'en';
  const website = dealership?.contact.website ?? null;
  // It is stored: whatever cannot be read now must not say otherwise.
  const words = await runAsTenant(dealershipId, () => findDefaultForm(dealershipId))
    .then((found) => presentForm({ ...found, language }))
    .catch(() => BUILT_IN_TEXTS[language]);
  return {
    language,
    dealership: dealership?.name ?? '',
    heading: words.success_title,
    text: words.success_text,
    button: null,
    link: website === null ? null : { href: website, text: BACK[language] },
  };
}
