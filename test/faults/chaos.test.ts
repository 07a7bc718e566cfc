import { expect, it } from 'vitest';
import { runChaos } from './chaos/run-chaos.ts';
import { faultsOf } from './support/oracle.ts';
import { useScene } from './use-scene.ts';

const SEED = 20261121;

const scene = useScene();

it(`comes clean out of a short run of everything at once (seed ${SEED})`, async () => {
  const verdict = await runChaos(scene(), { seconds: 10, seed: SEED, perSecond: 4, tell: () => undefined });
  expect(faultsOf(verdict)).toEqual([]);
  expect(verdict.accepted).toBeGreaterThan(10);
});
