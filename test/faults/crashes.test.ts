import { describe } from 'vitest';
import { crashCases, databaseCrashCases } from './cases/crashes.ts';
import { oddCases } from './cases/odd.ts';
import { wireCases } from './cases/wires.ts';
import { Cluster } from './support/cluster.ts';
import { itIsClean, useScene } from './use-scene.ts';

describe('the product, of which web, worker or database dies, stands still or is fed what it cannot digest', () => {
  const scene = useScene();
  crashCases(scene);
  wireCases(scene);
  oddCases(scene);
  if (Cluster.ownsDatabase) databaseCrashCases(scene);
  itIsClean(scene);
});
