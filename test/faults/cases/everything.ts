import { expect, it } from 'vitest';
import { runChaos } from '../chaos/run-chaos.ts';
import { faultsOf } from '../support/oracle.ts';
import type { Scene } from '../support/scene.ts';

const SEED = 20261121;

/** The last of a file: in the end the oracle judges everything that was done before as well. */
export function everythingAtOnce(scene: () => Scene): void {
  it(`comes clean out of a short run of everything at once (seed ${SEED})`, async () => {
    const acceptedBefore = scene().sender.accepted;
    const verdict = await runChaos(scene(), { seconds: 10, seed: SEED, perSecond: 4, tell: () => undefined });
    expect(faultsOf(verdict)).toEqual([]);
    expect(verdict.accepted - acceptedBefore).toBeGreaterThan(10);
  });
}
