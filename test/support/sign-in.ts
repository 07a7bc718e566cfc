import { Norvalt } from '@norvalt/sdk';
import type { Page } from 'playwright-core';

interface Login {
  email: string;
  password: string;
}

/** Signs in on the dashboard and waits for the inbox. */
export async function signInOnDashboard(page: Page, url: string, login: Login): Promise<void> {
  await page.goto(`${url}/app/`);
  await page.getByLabel('E-post').fill(login.email);
  await page.getByLabel('Passord', { exact: true }).fill(login.password);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await page.getByRole('region', { name: 'Henvendelser' }).waitFor();
}

/** A client of the API for somebody who signs in. */
export async function signInWithSdk(url: string, login: Login): Promise<Norvalt> {
  const { access_token: accessToken } = await new Norvalt({ baseUrl: url }).auth.logIn(login);
  return new Norvalt({ baseUrl: url, accessToken });
}
