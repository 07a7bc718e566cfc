import { describe } from 'vitest';
import { oddCases } from './cases/odd.ts';
import { wireCases } from './cases/wires.ts';
import { itIsClean, useScene } from './use-scene.ts';

describe('the product, whose wires to the database fail and who is fed what it cannot digest', () => {
  const scene = useScene();
  wireCases(scene);
  oddCases(scene);
  itIsClean(scene);
});
