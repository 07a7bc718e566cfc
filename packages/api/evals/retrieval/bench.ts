import { KnowledgeIndex } from '../../src/answering/knowledge/knowledge-index.ts';
import type { KnowledgeSource } from '../../src/answering/knowledge/split-passages.ts';
import { openCaseFolder } from '../case-files.ts';
import { readRetrievalSet } from './read-set.ts';

const files = openCaseFolder(process.argv[2] ?? import.meta.dirname);
const halves = [readRetrievalSet('dev', files), readRetrievalSet('test', files)];
const sentences = halves.flatMap(({ sources }) => sources.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/)));
const questions = halves.flatMap((half) => half.questions);
const syllables = [
  'ka',
  'bel',
  'tor',
  'vin',
  'ster',
  'gar',
  'lin',
  'mo',
  'fra',
  'hus',
  'ber',
  'ski',
  'lys',
  'for',
  'ta',
];
const today = '2026-11-21';

/** A repeatable source of whole numbers below `limit`. */
function createDraw(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * limit) % limit;
  };
}

/** Passages of about 80 words: sentences of the evaluation, with made-up words so that the vocabulary grows as it would. */
function makeSources(count: number, seed: number): KnowledgeSource[] {
  const draw = createDraw(seed);
  const word = () => Array.from({ length: 1 + draw(4) }, () => syllables[draw(syllables.length)]).join('');
  return Array.from({ length: count }, (_, index) => ({
    id: `kno_${index}`,
    kind: 'faq',
    title: `${word()} ${word()} ${word()}?`,
    text: Array.from({ length: 7 }, () => `${sentences[draw(sentences.length)]} ${word()} ${word()}`).join(' '),
    language: 'nb',
    translations: [],
    validFrom: null,
    validTo: null,
  }));
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

async function measureBuild(sources: readonly KnowledgeSource[]) {
  const rounds: { cpuMs: number; wallMs: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await KnowledgeIndex.build(sources);
    const { user, system } = process.cpuUsage(cpu);
    rounds.push({ cpuMs: (user + system) / 1000, wallMs: performance.now() - start });
  }
  rounds.sort((a, b) => a.cpuMs - b.cpuMs);
  return rounds[2] ?? { cpuMs: Number.NaN, wallMs: Number.NaN };
}

function measureSearch(index: KnowledgeIndex): { times: number[]; cpuMs: number } {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < 10; round += 1) {
    for (const { text, language } of questions) {
      const start = performance.now();
      index.search({ text, language, today });
      if (round > 0) times.push(performance.now() - start);
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  return { times: times.sort((a, b) => a - b), cpuMs: (user + system) / 1000 / (10 * questions.length) };
}

function usedBytes(): number {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What one more dealership with forty passages takes while its index is kept. */
async function measureMemory(): Promise<number> {
  const dealerships = 100;
  await KnowledgeIndex.build(makeSources(40, 1));
  const before = usedBytes();
  const kept: KnowledgeIndex[] = [];
  for (let seed = 0; seed < dealerships; seed += 1) kept.push(await KnowledgeIndex.build(makeSources(40, seed)));
  return (usedBytes() - before) / kept.length;
}

const passages = 2000;
const sources = makeSources(passages, 7);
const perDealership = await measureMemory();
const build = await measureBuild(sources);
const index = await KnowledgeIndex.build(sources);
const search = measureSearch(index);
const line = (name: string, value: string, target: string) =>
  console.log(`${name.padEnd(44)}${value.padStart(12)}   ${target}`);

console.log(`${passages} passages of about 80 words, ${questions.length} questions in five languages\n`);
line('building the index, processor time', `${build.cpuMs.toFixed(0)} ms`, 'under 1000 ms');
line('building the index, on the clock', `${build.wallMs.toFixed(0)} ms`, 'depends on what else runs');
line('one question, processor time', `${search.cpuMs.toFixed(2)} ms`, 'under 5 ms');
line('one question, median on the clock', `${percentile(search.times, 0.5).toFixed(2)} ms`, 'under 5 ms');
line(
  'one question, 95th percentile on the clock',
  `${percentile(search.times, 0.95).toFixed(2)} ms`,
  'depends on what else runs',
);
line('memory of this index', `${(index.bytes / 1e6).toFixed(1)} MB`, 'all together at most 64 MB');
line('memory of a dealership with 40 passages', `${(perDealership / 1e6).toFixed(2)} MB`, 'under 1 MB; none when idle');
