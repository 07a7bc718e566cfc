import { describe } from 'vitest';
import { calmCases } from './cases/calm.ts';
import { everythingAtOnce } from './cases/everything.ts';
import { modelCases } from './cases/model.ts';
import { orderCases } from './cases/order.ts';
import { providerCases } from './cases/providers.ts';
import { useScene } from './use-scene.ts';

describe('the product, whose providers fail and whose customers and providers speak in any order', () => {
  const scene = useScene();
  calmCases(scene);
  providerCases(scene);
  orderCases(scene);
  modelCases(scene);
  everythingAtOnce(scene);
});
