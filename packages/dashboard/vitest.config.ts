import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    resolve: { conditions: ['browser'] },
    test: {
      name: 'dashboard',
      include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
      environment: 'node',
      globalSetup: ['./test/build-if-stale.ts', './test/share-browser.ts'],
      testTimeout: 40_000,
      hookTimeout: 60_000,
    },
  }),
);
