import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './support/oracle.ts';
import { openScene, type Scene } from './support/scene.ts';

/** A scene for all tests of a file; what its processes said last is shown where one fails. */
export function useScene(): () => Scene {
  let scene: Scene | null = null;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.stop());
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') console.error(scene?.cluster.lastWords);
  });
  return () => {
    if (!scene) throw new Error('the scene is not open yet');
    return scene;
  };
}

/** The last test of a file: the oracle judges everything that the others did. */
export function itIsClean(scene: () => Scene): void {
  it('has lost nothing, doubled nothing, shown nothing to the wrong one and sent nothing after a STOP', async () => {
    const { verdict } = await scene().verdict();
    expect(faultsOf(verdict)).toEqual([]);
  });
}
