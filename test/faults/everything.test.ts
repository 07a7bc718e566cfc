import { describe } from 'vitest';
import { everythingAtOnce } from './cases/everything.ts';
import { modelCases } from './cases/model.ts';
import { useScene } from './use-scene.ts';

describe('the product, whose model fails, and then everything at once', () => {
  const scene = useScene();
  modelCases(scene);
  everythingAtOnce(scene);
});
