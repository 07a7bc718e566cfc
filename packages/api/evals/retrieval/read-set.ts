import type { KnowledgeSource } from '../../src/answering/knowledge/split-passages.ts';
import type { Language } from '../../src/answering/types.ts';
import type { CaseFolder, Half } from '../case-files.ts';

/** A question and the entries that answer it; none when the knowledge has no answer. */
export interface RetrievalQuestion {
  language: Language;
  answers: readonly string[];
  text: string;
}

export interface RetrievalSet {
  sources: KnowledgeSource[];
  questions: RetrievalQuestion[];
}

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
export function readRetrievalSet(half: Half, folder: CaseFolder): RetrievalSet {
  const knowledge = folder.read(`retrieval/${half}-knowledge.md`);
  const questions = folder.read(`retrieval/${half}-questions.txt`);
  return {
    sources: knowledge
      .split(/^## /m)
      .filter((block) => block.trim() !== '')
      .map(readSource),
    questions: questions.trim().split('\n').map(readQuestion),
  };
}
