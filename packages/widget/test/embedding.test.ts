import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();

/** Sends a whole enquiry under a policy and returns what the browser complained of. */
async function sendUnder(policy: string, script: string): Promise<string[]> {
  const complaints: string[] = [];
  const page = await world.open({
    headers: { 'Content-Security-Policy': policy.replaceAll('API', world.api.origin) },
    script: script.replaceAll('API', world.api.origin),
  });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const visitor = visitorOn(page);
  await visitor.fillIn();
  await visitor.send.click();
  await visitor.form.getByText('Takk for meldingen').waitFor();
  const button = visitor.form.getByRole('button');
  expect(await button.evaluate((element) => getComputedStyle(element).minHeight)).toBe('48px');
  return complaints;
}

describe('content security policies', () => {
  const rest = "default-src 'none'; style-src 'none'; img-src data:; connect-src API";
  const trusted = "require-trusted-types-for 'script'; trusted-types lit-html";

  test.each([
    [
      'a nonce with strict-dynamic',
      "script-src 'nonce-x' 'strict-dynamic'",
      '<script async nonce="x" src="API/v1.js" data-key="pk_test_1"></script>',
    ],
    ['a nonce alone', "script-src 'nonce-x'", '<script async nonce="x" src="API/v1.js" data-key="pk_test_1"></script>'],
    ['a list of hosts', 'script-src API', '<script async src="API/v1.js" data-key="pk_test_1"></script>'],
  ])('works under %s, without inline style and with trusted types', async (_, scripts, tag) => {
    expect(await sendUnder(`${rest}; ${scripts}; ${trusted}`, tag)).toEqual([]);
  });
});

test('works beside a Lit of the page’s own that has the policy name already', async () => {
  const own = '<script nonce="x">trustedTypes.createPolicy(\'lit-html\', { createHTML: (html) => html })</script>';
  const policy = `script-src 'nonce-x'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`;
  const tag = '<script async nonce="x" src="API/v1.js" data-key="pk_test_1"></script>';
  expect(await sendUnder(policy, own + tag)).toEqual([]);
});

describe('the vehicle', () => {
  const aboutLine = (page: Page) => visitorOn(page).form.getByText('Gjelder:');

  test('is read from the page’s JSON-LD', async () => {
    const car = { '@context': 'https://schema.org', '@type': 'Car', name: 'Kia EV6', vehicleModelDate: '2022' };
    const page = await world.open({ head: `<script type="application/ld+json">${JSON.stringify(car)}</script>` });
    expect(await aboutLine(page).textContent()).toBe('Gjelder: Kia EV6 2022');
  });

  test('is read from the address', async () => {
    const page = await world.open({ query: '?vehicle=Tesla+Model+Y+2023' });
    expect(await aboutLine(page).textContent()).toBe('Gjelder: Tesla Model Y 2023');
  });

  test('is asked for where the page has none, and is not text to be run', async () => {
    const page = await world.open();
    const visitor = visitorOn(page);
    await visitor.fillIn();
    await visitor.vehicle.fill('<img src=x onerror=alert(1)>');
    await visitor.send.click();
    await visitor.form.getByText('Takk for meldingen').waitFor();
    expect(world.api.attempts[0]?.submission.vehicle_interest).toBe('<img src=x onerror=alert(1)>');
  });

  test('follows the attribute', async () => {
    const page = await world.open();
    const visitor = visitorOn(page);
    await visitor.vehicle.waitFor();
    await visitor.form.evaluate((form) => form.setAttribute('vehicle', 'Volvo XC60 2022'));
    expect(await aboutLine(page).textContent()).toBe('Gjelder: Volvo XC60 2022');
    expect(await visitor.vehicle.count()).toBe(0);
  });
});

describe('the language', () => {
  test('is that of the page', async () => {
    const page = await world.open({ lang: 'de-AT' });
    await page.getByRole('button', { name: 'Nachricht senden' }).waitFor();
    expect(world.api.requests).toContain('GET /v1/forms/default?language=de');
  });

  test('changes with the attribute, and what was typed stays', async () => {
    const page = await world.open();
    const visitor = visitorOn(page);
    await visitor.name.fill('Kari Hansen');
    await visitor.form.evaluate((form) => form.setAttribute('lang', 'sv'));
    await page.getByRole('heading', { name: 'Skicka ett meddelande' }).waitFor();
    expect(await page.getByLabel('Namn').inputValue()).toBe('Kari Hansen');
  });
});

/** Contrast (WCAG 2.2) of a button's text once the page has set this accent; runs in the browser. */
function contrastIn(button: Element, accent: string): number {
  document.documentElement.style.setProperty('--norvalt-accent', accent);
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  const luminance = (colour: string): number => {
    if (!context) throw new Error('no canvas');
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { color, backgroundColor } = getComputedStyle(button);
  const [dark = 0, light = 0] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  const accents = [
    '#1450c8',
    '#ffd400',
    '#0b5d57',
    '#e4002b',
    '#00a9e0',
    '#ffffff',
    '#000000',
    '#7f7f7f',
    'oklch(0.7 0.2 40)',
  ];

  test('text reads on a button in any accent', async () => {
    const page = await world.open();
    const send = visitorOn(page).send;
    for (const accent of accents) {
      const ratio = await send.evaluate(contrastIn, accent);
      expect(ratio, accent).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('text reads on the button of the chat in any accent', async () => {
    const page = await world.open({ body: '<norvalt-chat></norvalt-chat>' });
    const launcher = page.getByRole('button', { name: 'Chat' });
    for (const accent of accents) {
      const ratio = await launcher.evaluate(contrastIn, accent);
      expect(ratio, accent).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('are the dealership’s from its configuration, unless the page says otherwise', async () => {
    const page = await world.open();
    const visitor = visitorOn(page);
    await visitor.consent.waitFor();
    const background = () => visitor.send.evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(await background()).toBe('rgb(11, 93, 87)');
    await visitor.form.evaluate((form) => form.style.setProperty('--norvalt-accent', '#e4002b'));
    expect(await background()).toBe('rgb(228, 0, 43)');
  });
});

describe('commands', () => {
  const stub =
    'window.Norvalt=window.Norvalt||function(){var a=arguments;return new Promise(function(y,n){(Norvalt.q=Norvalt.q||[]).push([a,y,n])})}';

  test('given before the loader runs are carried out when the form is there', async () => {
    const head = `<script>${stub};window.done=Norvalt('prefill',{name:'Kari Hansen',message:'Hei'});window.wrong=Norvalt('fly').catch(function(e){return e.message})</script>`;
    const page = await world.open({ head });
    await page.evaluate('done');
    const visitor = visitorOn(page);
    expect(await visitor.name.inputValue()).toBe('Kari Hansen');
    expect(await visitor.message.inputValue()).toBe('Hei');
    expect(await page.evaluate('wrong')).toBe('Norvalt has no command "fly"');
    await page.evaluate(() => window.Norvalt?.('reset'));
    await expect.poll(() => visitor.name.inputValue()).toBe('');
  });

  test('load fetches the form before it comes near', async () => {
    const page = await world.open({ body: '<div style="height:5000px"></div><norvalt-lead-form></norvalt-lead-form>' });
    await page.waitForFunction(() => window.Norvalt?.loaded);
    await page.evaluate(() => window.Norvalt?.('load'));
    expect(await page.evaluate(() => customElements.get('norvalt-lead-form') !== undefined)).toBe(true);
  });
});

test('a page that resets everything does not reach into the form, and its font does', async () => {
  const head =
    '<style>*{all:unset;padding:0!important}body{font-family:Georgia;text-align:center;text-transform:uppercase}</style>';
  const page = await world.open({ head });
  const input = visitorOn(page).name;
  const style = await input.evaluate((element) => {
    const { paddingTop, fontFamily, textAlign, textTransform } = getComputedStyle(element);
    return { paddingTop, fontFamily, textAlign, textTransform };
  });
  expect(style).toEqual({ paddingTop: '11px', fontFamily: 'Georgia', textAlign: 'start', textTransform: 'none' });
});
