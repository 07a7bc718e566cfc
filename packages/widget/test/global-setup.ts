import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildWidget } from '../build.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the widget was built for this run, so that no test sees a stale one. */
    distDir: string;
    browserEndpoint: string;
  }
}

/** Builds the widget once and starts one browser for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const distDir = await mkdtemp(path.join(tmpdir(), 'norvalt-widget-'));
  await buildWidget(distDir);
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  project.provide('distDir', distDir);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await rm(distDir, { recursive: true, force: true });
  };
}
