import { describe } from 'vitest';
import { crashCases, databaseCrashCases } from './cases/crashes.ts';
import { Cluster } from './support/cluster.ts';
import { itIsClean, useScene } from './use-scene.ts';

describe('the product, of which web, worker or database dies or stands still', () => {
  const scene = useScene();
  crashCases(scene);
  if (Cluster.ownsDatabase) databaseCrashCases(scene);
  itIsClean(scene);
});
