import { afterAll } from 'vitest';
import type { Client } from './client.ts';
import { type Person, startTestApp, type TestApp, type TestAppOptions } from './start-test-app.ts';
import { stillSignedIn } from './work.ts';

/** An API, and the one dealership on it that a file's tests are about. */
export interface TestDealership {
  app: TestApp;
  admin: Person;
  /** The id of the dealership. */
  dealer: string;
  /** Sends requests as the admin, also after the clock has moved past the token of the sign-up. */
  client(): Client;
}

// Where every test of a file is left out, so is what closes its API.
let left: TestApp | null = null;

/** Starts the API with one dealership signed up. Awaited at the top of a test file; closed after the file's last test. */
export async function startDealership(
  options: TestAppOptions = {},
  person: Parameters<TestApp['signUp']>[0] = {},
): Promise<TestDealership> {
  await left?.close();
  const app = await startTestApp(options);
  left = app;
  afterAll(() => {
    left = null;
    return app.close();
  });
  const admin = await app.signUp(person);
  return { app, admin, dealer: admin.dealership.id, client: () => stillSignedIn(app, admin) };
}
