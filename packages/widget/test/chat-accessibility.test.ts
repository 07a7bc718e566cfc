import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chatPage, chatterOn } from './chat-visitor.ts';
import { visitorOn } from './visitor.ts';
import { type SitePage, useWorld } from './world.ts';

const world = useWorld();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In legacy mode, for a page without frames: no second page is opened for each look. */
async function faultsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('norvalt-chat')
    .withTags(tags)
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

const dark = ':root{color-scheme:dark}body{background:#101817;color:#e8eceb}';
const looks: [string, SitePage][] = [
  ['light', chatPage],
  ['dark', { ...chatPage, head: `<style>${dark}</style>`, context: { colorScheme: 'dark' } }],
  ['right to left', { body: '<div dir="rtl" lang="ar"><norvalt-chat lang="nb"></norvalt-chat></div>' }],
  ['forced colours', { ...chatPage, context: { forcedColors: 'active' } }],
  ['on a phone', { ...chatPage, context: { viewport: { width: 320, height: 640 } } }],
];

describe('axe finds nothing', () => {
  test.each(looks)('in any state of the chat: %s', async (_, site) => {
    const page = await world.open(site);
    const visitor = chatterOn(page);
    await visitor.launcher.waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await visitor.open();
    await visitor.chat.getByText('Jeg er Frida').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    world.api.chat.faults = [{ status: 403, code: 'origin_not_allowed' }];
    await visitor.say('Er Volvoen ledig?');
    await visitor.retry.waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await visitor.retry.click();
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.answer('Ja. Se https://fjordbil.example/xc60');
    world.api.chat.change({ typing: { from: 'human', name: 'Siri Berg' }, read_by_dealership: 1 });
    await visitor.chat.getByText('Siri Berg skriver').waitFor();
    await visitor.save.click();
    await visitor.chat.getByText('Skriv hele e-postadressen').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await visitor.close.click();
    world.api.chat.answer('Vil du prøve den?');
    await page.getByRole('button', { name: 'Chat med oss, 1 uleste' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });
});

test('everything is done with the keyboard alone, and the focus comes back', async () => {
  const page = await world.open(chatPage);
  const visitor = chatterOn(page);
  await visitor.launcher.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await visitor.message.waitFor();
  await page.keyboard.type('Første linje');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('andre linje');
  await page.keyboard.press('Enter');
  await expect.poll(() => world.api.chat.attempts.map(({ text }) => text)).toEqual(['Første linje\nandre linje']);
  expect(await visitor.message.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  expect(await visitor.panel.isVisible()).toBe(false);
  expect(
    await visitor.launcher.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button),
  ).toBe(true);
  expect(await visitor.launcher.getAttribute('aria-expanded')).toBe('false');
});

test('beside the page it leaves the page at hand, on a phone it is the whole screen', async () => {
  const page = await world.open({ ...chatPage, body: `${chatPage.body}<button>Ring oss</button>` });
  const visitor = chatterOn(page);
  await visitor.open();
  await page.getByRole('button', { name: 'Ring oss' }).click();
  expect(await visitor.panel.evaluate((dialog) => dialog.matches(':modal'))).toBe(false);
  await page.setViewportSize({ width: 390, height: 844 });
  await visitor.close.click();
  await visitor.open();
  expect(await visitor.panel.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
  expect(await visitor.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
});

test('an answer takes nobody’s focus, and is said in a region that was there before', async () => {
  const page = await world.open({ ...chatPage, body: `${chatPage.body}<input aria-label="Søk">` });
  const visitor = chatterOn(page);
  await visitor.open();
  expect((await visitor.news.textContent())?.trim()).toBe('');
  await visitor.say('Hei');
  await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
  await page.getByLabel('Søk').focus();
  world.api.chat.answer('Hei, hva lurer du på?');
  await expect.poll(() => visitor.news.textContent()).toContain('Frida: Hei, hva lurer du på?');
  expect(await page.getByLabel('Søk').evaluate((input) => document.activeElement === input)).toBe(true);
});

test('nothing moves for who asked for less motion', async () => {
  const page = await world.open({ ...chatPage, context: { reducedMotion: 'reduce' } });
  const visitor = chatterOn(page);
  await visitor.open();
  await visitor.say('Hei');
  await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
  world.api.chat.change({ typing: { from: 'assistant', name: 'Frida' } });
  const dot = visitor.chat.locator('i').first();
  expect(await dot.evaluate((item) => getComputedStyle(item).animationName)).toBe('none');
});

test('everything that is pressed is big enough', async () => {
  const page = await world.open({ ...chatPage, context: { viewport: { width: 390, height: 844 } } });
  const visitor = chatterOn(page);
  expect((await visitor.launcher.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await visitor.open();
  await visitor.say('Hei');
  for (const target of [visitor.close, visitor.message, visitor.send, visitor.email, visitor.save])
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  for (const target of [visitor.person, visitor.end])
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
});

describe('content security policies', () => {
  test.each([
    ["script-src 'nonce-x' 'strict-dynamic'", '<script async nonce="x" src="API/v1.js" data-key="pk_test_1"></script>'],
    ['script-src API', '<script async src="API/v1.js" data-key="pk_test_1"></script>'],
  ])('it works under %s, without inline style and with trusted types', async (scripts, tag) => {
    const rest = "default-src 'none'; style-src 'none'; img-src data:; connect-src API";
    const policy = `${rest}; ${scripts}; require-trusted-types-for 'script'; trusted-types lit-html`;
    const complaints: string[] = [];
    const page = await world.open({
      body: `<norvalt-lead-form></norvalt-lead-form>${chatPage.body}`,
      headers: { 'Content-Security-Policy': policy.replaceAll('API', world.api.origin) },
      script: tag.replaceAll('API', world.api.origin),
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await visitorOn(page).consent.waitFor();
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Hei');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.answer('Hei, hva lurer du på?');
    await visitor.bubble('hva lurer du på?').last().waitFor();
    expect(complaints).toEqual([]);
    expect(await visitor.panel.evaluate((dialog) => getComputedStyle(dialog).display)).toBe('flex');
  });
});
