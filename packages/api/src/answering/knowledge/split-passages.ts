import { splitSentences } from '../text/split-sentences.ts';
import type { Language } from '../types.ts';

/** A document or an answered question as retrieval needs it. */
export interface KnowledgeSource {
  id: string;
  kind: 'faq' | 'document';
  title: string;
  text: string;
  language: Language;
  translations: readonly { language: Language; title: string; text: string }[];
  /** First and last day it holds, `YYYY-MM-DD`; null for no bound. */
  validFrom: string | null;
  validTo: string | null;
}

/** A piece of knowledge that answers by itself. */
export interface Passage {
  /** Of the entry it is part of. */
  entryId: string;
  kind: 'faq' | 'document';
  /** The question, or the document's title with the heading the passage stands under. */
  title: string;
  text: string;
  language: Language;
  validFrom: string | null;
  validTo: string | null;
}

const leastWords = 80;
const mostWords = 180;
const heading = /^#{1,6}\s+(.+)$/;

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

interface Section {
  heading: string | null;
  sentences: string[];
}

/** Sentences under the heading they follow; a table's row and a list's item count as a sentence each. */
function sectionsOf(text: string): Section[] {
  let current: Section = { heading: null, sentences: [] };
  const sections = [current];
  for (const line of text.split('\n')) {
    const title = heading.exec(line.trim())?.[1];
    if (title === undefined) current.sentences.push(...splitSentences(line).flatMap(cutLong));
    else {
      current = { heading: title.trim(), sentences: [] };
      sections.push(current);
    }
  }
  return sections.filter(({ sentences }) => sentences.length > 0);
}

/** A "sentence" of hundreds of words, as tables of PDFs give, in pieces. */
function cutLong(sentence: string): string[] {
  const words = sentence.split(/\s+/);
  if (words.length <= mostWords) return [sentence];
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += mostWords) pieces.push(words.slice(at, at + mostWords).join(' '));
  return pieces;
}

/** Packs sentences into pieces of about 80 to 180 words; each begins with the last sentence of the one before. */
function pack(sentences: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let words = 0;
  for (const sentence of sentences) {
    const length = countWords(sentence);
    if (words >= leastWords && words + length > mostWords) {
      pieces.push(piece.join(' '));
      const overlap = piece.at(-1) ?? '';
      const fits = countWords(overlap) <= leastWords / 2;
      piece = fits ? [overlap] : [];
      words = fits ? countWords(overlap) : 0;
    }
    piece.push(sentence);
    words += length;
  }
  return [...pieces, piece.join(' ')];
}

/** Cuts an entry into passages: an answered question stays whole, in each of its languages; a document by its headings. */
export function splitPassages(source: KnowledgeSource): Passage[] {
  const { id: entryId, kind, title, text, language, validFrom, validTo } = source;
  const shared = { entryId, kind, validFrom, validTo };
  const translated = source.translations.map((one) => ({ ...shared, ...one }));
  if (kind === 'faq') return [{ ...shared, title, text, language }, ...translated];
  return sectionsOf(text).flatMap((section) => {
    const path = section.heading === null || section.heading === title ? title : `${title} › ${section.heading}`;
    return pack(section.sentences).map((piece) => ({ ...shared, title: path, text: piece, language }));
  });
}
