import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { FakeApi } from './fake-api.ts';

/** A page of a dealership's site. */
export interface SitePage {
  /** What stands in the body, before the script tag. */
  body?: string;
  head?: string;
  lang?: string;
  headers?: Record<string, string>;
  /** The script tag itself, where it is not the documented one. */
  script?: string;
  /** Query of the address the page is opened under, `?…`. */
  query?: string;
  context?: BrowserContextOptions;
}

/** A dealership's site on one origin, the API on another, and a browser. */
export interface World {
  readonly api: FakeApi;
  readonly siteOrigin: string;
  /** Opens a page in a fresh browser profile, or in that of `visitor`. */
  open(page?: SitePage, visitor?: BrowserContext): Promise<Page>;
}

const element = '<norvalt-lead-form><a href="tel:+4755001234">Ring 55 00 12 34</a></norvalt-lead-form>';

function htmlOf({ body = element, head = '', lang = 'nb', script }: SitePage, apiOrigin: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Fjord Bil</title>
<link rel="icon" href="data:,">${head}</head><body><main><h1>Volvo XC60</h1>${body}</main>
${script ?? `<script async src="${apiOrigin}/v1.js" data-key="pk_test_1"></script>`}</body></html>`;
}

/** Sets the world up for the tests of one file; call at its top. */
export function useWorld(): World {
  const api = new FakeApi(inject('distDir'));
  const contexts: BrowserContext[] = [];
  let browser: Browser;
  let siteOrigin = '';
  let current: SitePage = {};
  const site = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...current.headers });
    response.end(htmlOf(current, api.origin));
  });

  beforeAll(async () => {
    await api.start();
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteOrigin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    browser = await chromium.connect(inject('browserEndpoint'));
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    api.reset();
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  });

  return {
    api,
    get siteOrigin() {
      return siteOrigin;
    },
    async open(page = {}, visitor) {
      current = page;
      const context =
        visitor ?? (await browser.newContext({ viewport: { width: 1000, height: 800 }, ...page.context }));
      if (!visitor) contexts.push(context);
      const opened = await context.newPage();
      // Where test files share two cores, and one browser, the first drawing of a page has taken its time.
      opened.setDefaultTimeout(15_000);
      await opened.goto(`${siteOrigin}/${page.query ?? ''}`);
      return opened;
    },
  };
}
