import { describe, expect, test } from 'vitest';
import type { Language } from './contract.ts';
import { loadTexts as load, type Texts, textsAtHand } from './texts.ts';

const importTexts = (language: Language): Promise<{ texts: Texts }> => import(`./texts/${language}.ts`);
const loadTexts = (language: Language) => load({ importTexts }, language);
const languages: Language[] = ['nb', 'en', 'sv', 'da', 'de'];

/** Every text with the path to it. */
function entriesOf(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, part]): [string, string][] =>
    typeof part === 'string' ? [[`${path}${key}`, part]] : entriesOf(part, `${path}${key}.`),
  );
}

describe.each(languages)('texts in %s', (language) => {
  test('say everything the others say', async () => {
    const paths = entriesOf(await loadTexts(language)).map(([path]) => path);
    expect(paths).toEqual(entriesOf(await loadTexts('nb')).map(([path]) => path));
  });

  test('leave nothing empty and do not shout', async () => {
    for (const [path, text] of entriesOf(await loadTexts(language))) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toContain('!');
    }
  });

  test('name the address that the answer goes to', async () => {
    expect((await loadTexts(language)).replyTo.split('{email}')).toHaveLength(2);
  });

  test('are at hand once they were loaded', async () => {
    expect(textsAtHand(language)).toBe(await loadTexts(language));
  });
});

test('no language borrows the sentences of another', async () => {
  const all = await Promise.all(languages.map(loadTexts));
  const sentences = all.map((texts) => [texts.success_text, texts.queuedText, texts.required.message, texts.refused]);
  expect(new Set(sentences.flat()).size).toBe(sentences.flat().length);
});
