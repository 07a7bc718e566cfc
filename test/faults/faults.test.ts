import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { calmCases } from './cases/calm.ts';
import { crashCases, databaseCrashCases } from './cases/crashes.ts';
import { modelCases } from './cases/model.ts';
import { oddCases } from './cases/odd.ts';
import { orderCases } from './cases/order.ts';
import { providerCases } from './cases/providers.ts';
import { Cluster } from './support/cluster.ts';
import { faultsOf } from './support/oracle.ts';
import { openScene, type Scene } from './support/scene.ts';

let scene: Scene;
const get = () => scene;

beforeAll(async () => {
  scene = await openScene({ speed: 20 });
});
afterAll(() => scene?.stop());
afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(scene.cluster.lastWords);
});

describe('the product under faults', () => {
  calmCases(get);
  providerCases(get);
  crashCases(get);
  orderCases(get);
  oddCases(get);
  modelCases(get);
  if (Cluster.ownsDatabase) databaseCrashCases(get);

  it('has lost nothing, doubled nothing, shown nothing to the wrong one and sent nothing after a STOP', async () => {
    const { verdict } = await scene.verdict();
    expect(faultsOf(verdict)).toEqual([]);
  });
});
