import type { Language } from '../../answering/types.ts';
import { BUILT_IN_TEXTS } from './built-in-texts.ts';
import type { ConsentVersion, FormRecord } from './model.ts';

/** Names the wording of the built-in consent text; a new wording needs a new version. */
export const BUILT_IN_CONSENT_VERSION = '2026-11';

const LANGUAGES = Object.keys(BUILT_IN_TEXTS) as Language[];

/** What the consent box says in each language, under the name of the dealership. */
export function consentWording(texts: FormRecord['texts'], dealershipName: string): Record<Language, string> {
  const wording = LANGUAGES.map((language) => {
    const text = texts[language]?.consent_text?.trim() || BUILT_IN_TEXTS[language].consent_text;
    return [language, text.replaceAll('{dealership}', dealershipName)] as const;
  });
  return Object.fromEntries(wording) as Record<Language, string>;
}

function nextVersionName(versions: readonly ConsentVersion[], now: Date): string {
  const day = now.toISOString().slice(0, 10);
  const names = new Set(versions.map(({ version }) => version));
  let name = day;
  for (let count = 2; names.has(name); count += 1) name = `${day}.${count}`;
  return name;
}

/**
 * The wordings of a form after a change, oldest first: the last one where it still says the same, else a new one.
 * Consent is proven by its wording (GDPR article 7(1)), so none is ever changed or dropped.
 */
export function withWording(
  versions: readonly ConsentVersion[],
  texts: FormRecord['texts'],
  dealershipName: string,
  now: Date,
): ConsentVersion[] {
  const wording = consentWording(texts, dealershipName);
  const last = versions.at(-1);
  if (last && LANGUAGES.every((language) => last.texts[language] === wording[language])) return [...versions];
  const isBuiltIn = versions.length === 0 && Object.values(texts).every((text) => !text?.consent_text?.trim());
  const version = isBuiltIn ? BUILT_IN_CONSENT_VERSION : nextVersionName(versions, now);
  return [...versions, { version, texts: wording, created_at: now }];
}
