import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Half, openCaseFolder } from '../../../evals/case-files.ts';
import { measureRetrieval, noAnswerAuroc, noteFound } from '../../../evals/retrieval/measure-retrieval.ts';
import { readRetrievalSet } from '../../../evals/retrieval/read-set.ts';
import { KnowledgeIndex } from './knowledge-index.ts';
import { type KnowledgeSource, splitPassages } from './split-passages.ts';

const today = '2026-11-21';
const evals = openCaseFolder(path.resolve(import.meta.dirname, '../../../evals'));
const source = (fields: Partial<KnowledgeSource>): KnowledgeSource => ({
  id: 'kno_1',
  kind: 'faq',
  title: 'Har bilene garanti?',
  text: 'Alle biler har 12 måneders garanti.',
  language: 'nb',
  translations: [],
  validFrom: null,
  validTo: null,
  ...fields,
});
const best = async (sources: KnowledgeSource[], text: string, language: 'nb' | 'en' | 'de' = 'nb') =>
  (await KnowledgeIndex.build(sources)).search({ text, language, today })[0];

async function measure(half: Half) {
  const { sources, questions } = readRetrievalSet(half, evals);
  const index = await KnowledgeIndex.build(sources);
  const found = questions.map((question) => noteFound(question, index.search({ ...question, today })));
  return { ...measureRetrieval(found), auroc: noAnswerAuroc(found) };
}

describe('retrieval', () => {
  it.each(['dev', 'test'] as const)('of the %s half is at its gate', async (half) => {
    const { recallAt3, auroc } = await measure(half);
    expect(recallAt3).toBeGreaterThanOrEqual(0.9);
    expect(auroc).toBeGreaterThanOrEqual(0.9);
  });

  it('finds a compound by its part and a part by its compound', async () => {
    const sources = [
      source({}),
      source({ id: 'kno_2', title: 'Hva koster dekkhotell?', text: 'Det koster 1 490 kr.' }),
    ];
    expect((await best(sources, 'Tilbyr dere hotell for dekk?'))?.passage.entryId).toBe('kno_2');
    expect((await best(sources, 'Hva med garantitiden?'))?.passage.entryId).toBe('kno_1');
  });

  it('finds across languages what is meant', async () => {
    const sources = [source({}), source({ id: 'kno_2', title: 'Tar dere innbytte?', text: 'Ja, alle merker.' })];
    expect((await best(sources, 'Do you accept trade-ins?', 'en'))?.passage.entryId).toBe('kno_2');
    expect((await best(sources, 'Gibt es eine Garantie?', 'de'))?.passage.entryId).toBe('kno_1');
  });

  it('scores what nobody wrote about low', async () => {
    const hit = await best([source({}), source({ id: 'kno_2', title: 'Tar dere innbytte?' })], 'Har dere barnehage?');
    expect(hit?.score ?? 0).toBeLessThan(0.2);
  });

  it('leaves out what holds no longer or not yet', async () => {
    const sources = [source({ validTo: '2026-11-20' }), source({ id: 'kno_2', validFrom: '2026-11-22' })];
    expect(await best(sources, 'Garanti?')).toBeUndefined();
    expect(await best([source({ validFrom: today, validTo: today })], 'Garanti?')).toBeDefined();
  });

  it('survives what is no question', async () => {
    const index = await KnowledgeIndex.build([source({}), source({ id: 'kno_2', text: '🚗'.repeat(500) })]);
    for (const text of ['', ' ', '??? !!!', '🚗', 'a'.repeat(100_000), '\u0000\ufffd', 'ord '.repeat(50_000)]) {
      expect(() => index.search({ text, language: 'nb', today })).not.toThrow();
    }
    expect((await KnowledgeIndex.build([])).search({ text: 'Garanti?', language: 'nb', today })).toEqual([]);
  });
});

describe('a document', () => {
  const words = (count: number, word: string) => `${Array.from({ length: count }, () => word).join(' ')}.`;

  it('is cut by its headings into pieces that overlap by a sentence', () => {
    const sentences = Array.from({ length: 12 }, (_, index) => `Setning ${index} ${words(28, 'ord')}`);
    const text = `Innledning her.\n# Levering\n${sentences.join(' ')}\n# Priser\nDet er gratis.`;
    const passages = splitPassages(source({ kind: 'document', title: 'Vilkår', text }));
    expect(passages.map(({ title }) => title)).toEqual([
      'Vilkår',
      'Vilkår › Levering',
      'Vilkår › Levering',
      'Vilkår › Levering',
      'Vilkår › Priser',
    ]);
    for (const passage of passages) expect(passage.text.split(' ').length).toBeLessThanOrEqual(180);
    const last = passages[1]?.text.match(/Setning \d+/g)?.at(-1) ?? 'none';
    expect(passages[2]?.text.startsWith(last)).toBe(true);
  });

  it('with a sentence that never ends is cut as well', () => {
    const passages = splitPassages(source({ kind: 'document', text: 'ord '.repeat(1000) }));
    expect(passages.length).toBeGreaterThan(4);
  });
});
