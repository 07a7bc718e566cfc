import type { TestProject } from 'vitest/node';
import { launchServer } from './harness.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserAddress: string;
  }
}

/** One browser for all test files of a run; every test has a profile of its own in it. */
export default async function shareBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchServer();
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
