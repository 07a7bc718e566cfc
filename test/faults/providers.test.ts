import { describe } from 'vitest';
import { calmCases } from './cases/calm.ts';
import { orderCases } from './cases/order.ts';
import { providerCases } from './cases/providers.ts';
import { itIsClean, useScene } from './use-scene.ts';

describe('the product, whose providers fail and report, and whose customers speak, in any order', () => {
  const scene = useScene();
  calmCases(scene);
  providerCases(scene);
  orderCases(scene);
  itIsClean(scene);
});
