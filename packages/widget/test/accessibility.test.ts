import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visitorOn } from './visitor.ts';
import { type SitePage, useWorld } from './world.ts';

const world = useWorld();

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('norvalt-lead-form').withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

const dark = ':root{color-scheme:dark}body{background:#101817;color:#e8eceb}';
const looks: [string, SitePage][] = [
  ['light', {}],
  ['dark', { head: `<style>${dark}</style>`, context: { colorScheme: 'dark' } }],
  ['right to left', { body: '<div dir="rtl" lang="ar"><norvalt-lead-form></norvalt-lead-form></div>' }],
  ['forced colours, on a phone', { context: { forcedColors: 'active', viewport: { width: 320, height: 640 } } }],
];

describe('axe finds nothing', () => {
  test.each(looks)('in a form untouched, nor in what has to be put right: %s', async (name, site) => {
    const page = await world.open(site);
    const { form, summary } = visitorOn(page);
    await form.getByRole('checkbox').waitFor();
    if (name === 'light') expect(await faultsOn(page)).toEqual([]);
    await form.getByRole('button').click();
    await summary.waitFor();
    expect(await faultsOn(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('in what is kept and in what is sent', async () => {
    const page = await world.open();
    const visitor = visitorOn(page);
    await visitor.fillIn();
    await page.context().setOffline(true);
    await visitor.send.click();
    await visitor.form.getByText('Meldingen er lagret').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.context().setOffline(false);
    await visitor.form.getByText('Takk for meldingen').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.addStyleTag({ content: dark });
    expect(await faultsOn(page)).toEqual([]);
  });
});

test('everything is done with the keyboard alone', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  await visitor.consent.waitFor();
  await page.keyboard.press('Tab');
  expect(await visitor.focused()).toMatchObject({ id: 'name' });
  await page.keyboard.press('Enter');
  await visitor.summary.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await visitor.focused()).toMatchObject({ id: 'name' });
  for (const text of ['Kari Hansen', 'kari@example.com', '901 23 456', 'Kia EV6', 'Er den ledig?']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  expect(await visitor.focused()).toMatchObject({ id: 'consent' });
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await visitor.form.getByText('Takk for meldingen').waitFor();
  expect(world.api.attempts[0]?.submission).toMatchObject({ vehicle_interest: 'Kia EV6', message: 'Er den ledig?' });
});

test('browsers can fill in who the visitor is, and phones show the right keys', async () => {
  const page = await world.open();
  const visitor = visitorOn(page);
  const hints = (field: typeof visitor.name) =>
    field.evaluate((input: HTMLInputElement) => [input.autocomplete, input.inputMode, input.type]);
  expect(await hints(visitor.name)).toEqual(['name', 'text', 'text']);
  expect(await hints(visitor.email)).toEqual(['email', 'email', 'email']);
  expect(await hints(visitor.phone)).toEqual(['tel', 'tel', 'tel']);
});

test('everything that is pressed is at least 44 px high', async () => {
  const page = await world.open({ context: { viewport: { width: 390, height: 844 } } });
  const visitor = visitorOn(page);
  await visitor.consent.waitFor();
  const consentLabel = visitor.form.locator('label', { has: page.getByRole('checkbox') });
  for (const target of [visitor.name, visitor.email, visitor.phone, visitor.message, visitor.send, consentLabel]) {
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

test('nothing moves for who asked for less motion', async () => {
  const page = await world.open({ context: { reducedMotion: 'reduce' } });
  const duration = await visitorOn(page).send.evaluate((button) => getComputedStyle(button).transitionDuration);
  expect(duration).toBe('0s');
});

test('the region that says what happened is there before anything has', async () => {
  const page = await world.open();
  await visitorOn(page).status.waitFor({ state: 'attached' });
  expect((await visitorOn(page).status.textContent())?.trim()).toBe('');
});
