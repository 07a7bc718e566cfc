import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { components } from '../../sdk/src/generated/openapi.ts';
import { serveDealershipSite, siteDir } from './dealership-site.ts';
import { visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

type Vehicle = components['schemas']['VehicleCreate'];

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

const fuelWords: Record<string, string> = { electric: 'Elektrisk', plug_in_hybrid: 'Ladbar hybrid', hybrid: 'Hybrid' };
const statusWords: Record<string, string> = { available: 'Ledig', reserved: 'Reservert', sold: 'Solgt' };

/** `489 000 kr`, as Norwegians write it. */
const grouped = (figure: number | null | undefined, unit: string) =>
  `${String(figure).replace(/\B(?=(\d{3})+$)/g, ' ')} ${unit}`;
const slugOf = (vehicle: Vehicle) => path.basename(vehicle.image_url ?? '', '.svg');
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ').trim();

const world = useWorld();
const stock: Vehicle[] = JSON.parse(await readFile(path.join(siteDir, 'stock.json'), 'utf8'));
let site: Awaited<ReturnType<typeof serveDealershipSite>>;

beforeAll(async () => {
  site = await serveDealershipSite(world.api.origin);
});
afterAll(() => site.stop());

describe('stock.json', () => {
  test('is what POST /v1/vehicles takes', async () => {
    const contract = parse(await readFile(path.join(siteDir, '../../openapi.yaml'), 'utf8'));
    const { properties, required } = contract.components.schemas.VehicleCreate as {
      properties: Record<string, Schema>;
      required: string[];
    };
    for (const vehicle of stock) {
      expect(Object.keys(vehicle)).toEqual(expect.arrayContaining(required));
      for (const [name, value] of Object.entries(vehicle)) {
        const rule = properties[name];
        expect(rule, name).toBeDefined();
        if (rule?.enum) expect(rule.enum, name).toContain(value);
        if (rule?.pattern) expect(value, name).toMatch(new RegExp(rule.pattern));
        if (typeof value === 'string') expect(value.length, name).toBeLessThanOrEqual(rule?.maxLength ?? Infinity);
        if (typeof value === 'number') {
          expect(value, name).toBeGreaterThanOrEqual(rule?.minimum ?? -Infinity);
          expect(value, name).toBeLessThanOrEqual(rule?.maximum ?? Infinity);
        }
      }
    }
  });

  test('has twelve cars, one of them reserved and one sold', () => {
    expect(stock).toHaveLength(12);
    expect(stock.filter((vehicle) => vehicle.status === 'reserved')).toHaveLength(1);
    expect(stock.filter((vehicle) => vehicle.status === 'sold')).toHaveLength(1);
    expect(new Set(stock.map((vehicle) => vehicle.plate)).size).toBe(12);
  });
});

describe('the demo dealership', () => {
  test('shows the stock on its front page, figure for figure', async () => {
    const page = await world.open({ body: '' });
    await page.goto(site.url);
    const cards = await page.locator('.card').evaluateAll((found) =>
      found.map((card) => ({
        title: card.querySelector('h3')?.textContent,
        variant: card.querySelector('.variant')?.textContent,
        facts: Array.from(card.querySelectorAll('.facts span'), (fact) => fact.textContent?.replaceAll('\u00a0', ' ')),
        price: card.querySelector('.price')?.textContent?.replaceAll('\u00a0', ' '),
        badge: card.querySelector('.badge')?.textContent,
        picture: card.querySelector('img')?.getAttribute('src'),
        link: card.querySelector('a')?.getAttribute('href'),
      })),
    );
    expect(cards).toEqual(
      stock.map((vehicle) => ({
        title: `${vehicle.make} ${vehicle.model}`,
        variant: vehicle.variant,
        facts: [String(vehicle.year), grouped(vehicle.mileage, 'km'), fuelWords[vehicle.fuel ?? '']],
        price: grouped(vehicle.price, 'kr'),
        badge: vehicle.status === 'available' ? undefined : statusWords[vehicle.status ?? ''],
        picture: `cars/${slugOf(vehicle)}.svg`,
        link: `biler/${slugOf(vehicle)}.html`,
      })),
    );
    const available = stock.filter((vehicle) => vehicle.status === 'available').length;
    expect(await page.locator('.section-head p').textContent()).toContain(`${stock.length} biler, ${available} ledige`);
  });

  test('has a page for every car that says the same, to people and to machines', async () => {
    const page = await world.open({ body: '' });
    await page.route('**/*.{svg,woff2,js}', (route) => route.abort());
    for (const vehicle of stock) {
      await page.goto(`${site.url}biler/${slugOf(vehicle)}.html`);
      const title = `${vehicle.make} ${vehicle.model}`;
      const facts = Object.fromEntries(
        await page
          .locator('.facts-list div')
          .evaluateAll((rows) => rows.map((row) => [row.children[0]?.textContent, row.children[1]?.textContent])),
      );
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(plain(await page.locator('.car-title .price').textContent())).toBe(grouped(vehicle.price, 'kr'));
      expect(plain(facts.Kilometer)).toBe(grouped(vehicle.mileage, 'km'));
      expect(facts).toMatchObject({
        Årsmodell: String(vehicle.year),
        Drivstoff: fuelWords[vehicle.fuel ?? ''],
        Karosseri: vehicle.body,
        Farge: vehicle.colour,
        'Regnr.': vehicle.plate,
        Status: statusWords[vehicle.status ?? ''],
      });
      expect(await page.locator('.equipment li').allTextContents()).toEqual(vehicle.equipment);
      expect(await page.locator('.car-details .lead').textContent()).toBe(vehicle.description);
      expect(await page.locator('norvalt-lead-form').getAttribute('vehicle')).toBe(`${title} ${vehicle.year}`);
      expect(JSON.parse((await page.locator('[type="application/ld+json"]').textContent()) ?? '')).toMatchObject({
        '@type': 'Car',
        name: `${title} ${vehicle.year}`,
        image: vehicle.image_url,
        mileageFromOdometer: { value: vehicle.mileage },
        offers: { price: vehicle.price, priceCurrency: 'NOK' },
      });
    }
  });

  test('has no placeholder but the two that are filled in, and no page or picture too many or too few', async () => {
    const pages = [...(await readdir(path.join(siteDir, 'biler'))).map((name) => `biler/${name}`), 'index.html'];
    expect(pages).toHaveLength(stock.length + 1);
    for (const name of pages) {
      const placeholders = (await readFile(path.join(siteDir, name), 'utf8')).match(/\{\{\w+\}\}/g);
      expect(placeholders, name).toEqual(['{{NORVALT_ORIGIN}}', '{{NORVALT_KEY}}']);
    }
    const pictures = await readdir(path.join(siteDir, 'cars'));
    expect(pictures).toEqual(expect.arrayContaining(stock.map((vehicle) => `${slugOf(vehicle)}.svg`)));
  });

  test('takes an enquiry about the car on the page', async () => {
    const page = await world.open({ body: '' });
    await page.goto(`${site.url}biler/tesla-model-y.html`);
    const visitor = visitorOn(page);
    await visitor.form.scrollIntoViewIfNeeded();
    await visitor.fillIn();
    await visitor.send.click();
    await visitor.form.getByText('Takk for meldingen').waitFor();
    expect(world.api.attempts[0]?.submission.vehicle_interest).toBe('Tesla Model Y 2023');
  });

  test.each([
    ['index.html', 'light'],
    ['biler/kia-ev6.html', 'dark'],
  ] as const)('gives axe nothing to say, nor anything to scroll sideways: %s, %s', async (name, colorScheme) => {
    const page = await world.open({ body: '', context: { colorScheme, viewport: { width: 390, height: 844 } } });
    await page.goto(site.url + name);
    await page.evaluate(() => window.Norvalt?.('load'));
    await visitorOn(page).consent.waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
