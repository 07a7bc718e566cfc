import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './i18n.svelte.ts';
import { en } from './messages/en.ts';
import { nb } from './messages/nb.ts';

/** Every message as text, those with parameters filled in. */
function texts(messages: object): string[] {
  return Object.values(messages).flatMap((message) =>
    typeof message === 'string'
      ? [message]
      : typeof message === 'function'
        ? [String(message('2', '3'))]
        : texts(message),
  );
}

describe('chooseLanguage', () => {
  test.each([
    [null, ['nb-NO', 'en'], 'nb'],
    [null, ['no'], 'nb'],
    [null, ['fr', 'en-US'], 'en'],
    [null, [], 'en'],
    ['en', ['nb-NO'], 'en'],
    ['odd', ['nb-NO'], 'nb'],
  ] as const)('stored %s, browser %j: %s', (stored, browser, language) =>
    expect(chooseLanguage(stored, browser)).toBe(language),
  );
});

describe('messages', () => {
  test.each([
    ['en', en],
    ['nb', nb],
  ])('%s is calm and complete', (_, catalogue) => {
    for (const text of texts(catalogue)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toContain('!');
    }
  });
});
