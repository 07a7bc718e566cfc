import { detectLanguage } from '../../src/answering/language/detect-language.ts';
import type { Language } from '../../src/answering/types.ts';
import { type Share, shareOf } from '../statistics.ts';
import type { Suite } from '../suite.ts';
import { languageByLength } from './language-by-length.ts';

const languages: readonly Language[] = ['nb', 'sv', 'da', 'en', 'de'];
const noHints = { declared: null, phone: null, email: null, fallback: 'nb' } as const;

/** Short questions as customers type them, read without any hint to a dealership in Norway. */
export const languageSuite: Suite = {
  name: 'language',
  async run(_provider, folder) {
    const spoken = folder
      .read('language/strings.txt')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line, index) => {
        const [language = '', text = ''] = line.split('\t');
        return {
          id: `strings.txt#${index + 1}`,
          text,
          language: language as Language,
          read: detectLanguage(text, noHints).language,
        };
      });
    const byLanguage = languages.map((language): { name: string; share: Share } => {
      const own = spoken.filter((item) => item.language === language);
      return { name: `  ${language}`, share: shareOf(own.filter(({ read }) => read === language).length, own.length) };
    });
    const section = languageByLength('Language of short questions', spoken, 'test');
    return [{ ...section, measures: [...section.measures, ...byLanguage] }];
  },
};
