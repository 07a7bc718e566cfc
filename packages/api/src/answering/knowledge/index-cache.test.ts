import { expect, it } from 'vitest';
import { IndexCache } from './index-cache.ts';
import { KnowledgeIndex } from './knowledge-index.ts';

const faq = {
  id: 'kno_1',
  kind: 'faq',
  title: 'Har bilene garanti?',
  text: 'Ja.',
  language: 'nb',
  translations: [],
  validFrom: null,
  validTo: null,
} as const;

function countingBuild() {
  let builds = 0;
  const build = () => {
    builds += 1;
    return KnowledgeIndex.build([faq]);
  };
  return { build, builds: () => builds };
}

it('builds once for all who ask at the same time, and anew after a change', async () => {
  const cache = new IndexCache({ maxBytes: 1e6, maxAgeMs: 1000, nowMs: () => 0 });
  const { build, builds } = countingBuild();
  const [one, two] = await Promise.all([cache.get('a', 1, build), cache.get('a', 1, build)]);
  expect([builds(), one === two]).toEqual([1, true]);
  await cache.get('a', 2, build);
  expect(builds()).toBe(2);
});

it('forgets what is old, and what was used longest ago when there is no room', async () => {
  let now = 0;
  const { build, builds } = countingBuild();
  const { bytes } = await build();
  const cache = new IndexCache({ maxBytes: 2.5 * bytes, maxAgeMs: 1000, nowMs: () => now });
  for (const id of ['a', 'b', 'a', 'c']) await cache.get(id, 1, build);
  expect(cache.bytes).toBe(2 * bytes);
  const before = builds();
  await cache.get('a', 1, build);
  expect(builds()).toBe(before);
  await cache.get('b', 1, build);
  expect(builds()).toBe(before + 1);
  now = 1000;
  await cache.get('d', 1, build);
  expect(cache.bytes).toBe(bytes);
});

it('tries again after a build that failed', async () => {
  const cache = new IndexCache({ maxBytes: 1e6, maxAgeMs: 1000, nowMs: () => 0 });
  await expect(cache.get('a', 1, () => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
  expect((await cache.get('a', 1, countingBuild().build)).passages).toHaveLength(1);
});
