import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { rollup } from 'rollup';
import esbuildPlugin from 'rollup-plugin-esbuild';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { markTemplates } from '../build/mark-templates.mjs';
import type * as cases from './render-cases.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const input = path.join(import.meta.dirname, 'render-cases.ts');
  const bundle = await rollup({
    input,
    plugins: [esbuildPlugin({ target: 'es2022', tsconfig: false }), markTemplates()],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'cases' });
  browser = await chromium.connect(inject('browserEndpoint'));
  page = await browser.newPage();
  await page.evaluate(output[0].code.replace('var cases =', 'window.cases ='));
});
afterAll(() => browser.close());

function run<Name extends keyof typeof cases>(name: Name): Promise<ReturnType<(typeof cases)[Name]>> {
  return page.evaluate(`cases.${name}()`);
}

test('what is a value is never taken as HTML, not even where it looks like a template', async () => {
  const [text, inside, whole] = await run('drawHostile');
  expect(text).toContain('>&lt;img src=x');
  expect([inside, whole]).toEqual(['<p>[object Object]</p>', '[object Object]']);
  expect(await page.locator('img, script, b').count()).toBe(0);
  expect(await page.evaluate('window.isHacked')).toBeUndefined();
});

test('a template that ends with a value takes out that value alone', async () => {
  expect(await run('drawAtTheEnd')).toEqual([
    '<p>a</p><b>a</b>a<i>b</i>b',
    '<p></p><b></b><i>b</i>b',
    '<p><u>c</u></p><b><u>c</u></b><u>c</u><i>b</i>b',
    '<p>de</p><b>de</b>de<i></i>',
    '<p></p><b></b><i>b</i>b',
  ]);
});

test('lists grow and shrink, and leave alone what is beside them', async () => {
  expect(await run('drawLists')).toEqual([
    '<li>a</li><li>bc</li><hr>2',
    '<li>ax</li><hr>1',
    '<hr>0',
    '<li></li><li>d</li><hr>2',
  ]);
});

test('a place takes text, templates, lists and nothing in turn', async () => {
  expect(await run('drawChanging')).toEqual([
    '(text)',
    '(<u>one</u>)',
    '(a<u>b</u>)',
    '()',
    '(c)',
    '(0)',
    '(<u>two</u>)',
    '()',
  ]);
});

test('a page that tidies up empty texts is drawn on all the same', async () => {
  expect(await run('drawTidied')).toBe('two');
});

test('what stays the same is left alone, and the newest listener is the one that hears', async () => {
  expect(await run('drawAgain')).toEqual({ sameInput: true, typed: 'typed', sameItem: true, heard: ['second'] });
});

test('attributes are set, left out and taken off', async () => {
  expect(await run('drawAttributes')).toEqual([
    '<p class="a" id="b" title="t" hidden="">t</p>',
    '<p class="a" id="b"></p>',
    '<p class="a" id="b" title="" hidden=""></p>',
    '<p class="a" id="b" title="7">7</p>',
  ]);
});
