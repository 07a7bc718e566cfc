import { createHash } from 'node:crypto';
import type { KnowledgeSource } from '../../src/answering/knowledge/split-passages.ts';
import type { Language } from '../../src/answering/types.ts';

export type Half = 'dev' | 'test';

/** A question and the entries that answer it; none when the knowledge has no answer. */
export interface RetrievalQuestion {
  language: Language;
  answers: readonly string[];
  text: string;
}

export interface RetrievalSet {
  sources: KnowledgeSource[];
  questions: RetrievalQuestion[];
  /** SHA-256 over both files, to see whether a half is as it was frozen. */
  hash: string;
}

/** Where the files lie; a bundle of this program runs elsewhere, so that the place is handed in. */
export interface FileReader {
  read(file: string): string;
}

/** The test half as it was before retrieval was tuned: whoever changes it says so here. */
export const FROZEN_TEST_HASH = 'f7185b94b370eb0e5ba12fcb1627b9f1c9e02f6cb7616b92706dda36570100c9';

function readSource(block: string): KnowledgeSource {
  const [head = '', title = '', ...text] = block.trim().split('\n');
  const [kind = '', id = '', language = ''] = head.split(' ');
  return {
    id,
    kind: kind as KnowledgeSource['kind'],
    title,
    text: text.join('\n'),
    language: language as Language,
    translations: [],
    validFrom: null,
    validTo: null,
  };
}

function readQuestion(line: string): RetrievalQuestion {
  const [, language = '', ids = '', text = ''] = /^(\w\w) (\S+) \| (.+)$/.exec(line) ?? [];
  if (text === '') throw new Error(`not a question: ${line}`);
  return { language: language as Language, answers: ids === '-' ? [] : ids.split(','), text };
}

/** Reads one half: a dealership's knowledge and what its customers ask. */
export function readRetrievalSet(half: Half, folder: FileReader): RetrievalSet {
  const knowledge = folder.read(`retrieval/${half}-knowledge.md`);
  const questions = folder.read(`retrieval/${half}-questions.txt`);
  return {
    sources: knowledge
      .split(/^## /m)
      .filter((block) => block.trim() !== '')
      .map(readSource),
    questions: questions.trim().split('\n').map(readQuestion),
    hash: createHash('sha256').update(knowledge).update(questions).digest('hex'),
  };
}
