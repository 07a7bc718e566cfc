import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openDashboard } from './harness.ts';

type Dashboard = Awaited<ReturnType<typeof openDashboard>>;

/** The shared browser; what each test opens is closed after it, and must not have logged an error. */
export function useDashboard(): (options?: Parameters<typeof openDashboard>[1]) => Promise<Dashboard> {
  let browser: Browser;
  let opened: Dashboard | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserAddress'));
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const faults = opened?.faults ?? [];
    await opened?.close();
    opened = undefined;
    expect(faults).toEqual([]);
  });
  return async (options = {}) => {
    opened = await openDashboard(browser, options);
    return opened;
  };
}
