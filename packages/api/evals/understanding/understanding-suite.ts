import { dealership } from '../../src/answering/testing/sample-stock.ts';
import { loadCases } from '../case-files.ts';
import { languageByLength } from '../language/language-by-length.ts';
import type { Suite } from '../suite.ts';
import { classificationSections } from './classification.ts';
import { extractionSections } from './extraction.ts';
import { readUnderstandingCases } from './read-understanding-cases.ts';

/** Over 400 messages in five languages: what they are, what they hold, and in which language they are. */
export const understandingSuite: Suite = {
  name: 'understanding',
  async run(provider, folder) {
    const sections = await Promise.all(
      (['dev', 'test'] as const).map(async (half) => {
        const items = await readUnderstandingCases(loadCases(folder, 'understanding', half), dealership, provider);
        const spoken = items.map(({ input, language, read, raw }) => ({
          id: raw.id,
          text: `${input.subject ?? ''} ${input.text}`,
          language,
          read: read.language,
        }));
        return [
          ...classificationSections(items, half, provider.name),
          ...extractionSections(items, half),
          languageByLength(`Language of those messages (${half})`, spoken, half),
        ];
      }),
    );
    return sections.flat();
  },
};
