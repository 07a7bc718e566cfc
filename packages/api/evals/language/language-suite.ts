import { detectLanguage } from '../../src/answering/language/detect-language.ts';
import type { Language } from '../../src/answering/types.ts';
import type { CaseFolder, Half } from '../case-files.ts';
import { type Share, shareOf } from '../statistics.ts';
import type { Section, Suite } from '../suite.ts';
import { languageByLength } from './language-by-length.ts';

const languages: readonly Language[] = ['nb', 'sv', 'da', 'en', 'de'];
const noHints = { declared: null, phone: null, email: null, fallback: 'nb' } as const;
const files: Readonly<Record<Half, string>> = { dev: 'dev-strings.txt', test: 'strings.txt' };

function readStrings(folder: CaseFolder, half: Half) {
  return folder
    .read(`language/${files[half]}`)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const [language = '', text = ''] = line.split('\t');
      return {
        id: `${files[half]}#${index + 1}`,
        text,
        language: language as Language,
        read: detectLanguage(text, noHints).language,
      };
    });
}

function section(folder: CaseFolder, half: Half): Section {
  const spoken = readStrings(folder, half);
  const byLanguage = languages.map((language): { name: string; share: Share } => {
    const own = spoken.filter((item) => item.language === language);
    return { name: `  ${language}`, share: shareOf(own.filter(({ read }) => read === language).length, own.length) };
  });
  const byLength = languageByLength(`Language of short questions (${half})`, spoken, half);
  return { ...byLength, measures: [...byLength.measures, ...byLanguage] };
}

/** Short questions as customers type them, read without any hint to a dealership in Norway. */
export const languageSuite: Suite = {
  name: 'language',
  run: async (_provider, folder) => [section(folder, 'dev'), section(folder, 'test')],
};
