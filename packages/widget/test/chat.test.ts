import { describe, expect, test } from 'vitest';
import { chatPage, chatterOn } from './chat-visitor.ts';
import { noteEvents, visitorOn } from './visitor.ts';
import { useWorld } from './world.ts';

const world = useWorld();
const pathsAsked = () => world.api.requests.map((request) => request.replace(/-[\w-]{6}\.js/, '.js'));

test('costs one request and stores nothing until it is opened, and stores nothing until something is said', async () => {
  const page = await world.open(chatPage);
  const visitor = chatterOn(page);
  await visitor.launcher.waitFor();
  expect(pathsAsked()).toEqual(['GET /v1.js']);
  await visitor.open();
  await visitor.chat.getByText('Jeg er Frida').waitFor();
  expect(pathsAsked().sort()).toEqual([
    'GET /chunks/chat.js',
    'GET /chunks/form.js',
    'GET /chunks/nb.js',
    'GET /v1.js',
    'GET /v1/chat',
  ]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

describe('a conversation', () => {
  test('goes both ways as it happens, and says who speaks', async () => {
    const page = await world.open({ ...chatPage, query: '?vehicle=Volvo+XC60&vehicle_id=veh_1&utm_source=ads' });
    const visitor = chatterOn(page);
    const events = await noteEvents(page);
    await visitor.open();
    await visitor.say('Er den ledig?');
    await visitor.bubble('Er den ledig?').waitFor();
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.change({ typing: { from: 'assistant', name: 'Frida' } });
    await visitor.chat.getByText('Frida skriver').waitFor();
    world.api.chat.change({ typing: null });
    world.api.chat.answer('Ja, den er ledig. Se https://fjordbil.example/xc60.');
    await visitor.bubble('Ja, den er ledig').waitFor();
    expect(await visitor.said()).toEqual(['Er den ledig?', 'Ja, den er ledig. Se https://fjordbil.example/xc60.']);
    expect(await visitor.chat.getByRole('link').getAttribute('href')).toBe('https://fjordbil.example/xc60');
    expect(await visitor.news.textContent()).toContain('Frida: Ja, den er ledig');
    await expect.poll(() => world.api.chat.signals).toContain('read 2');
    world.api.chat.change({ answered_by: 'human' });
    world.api.chat.answer('Hei, Siri her.', 'human');
    await visitor.chat.locator('.who', { hasText: 'Siri Berg' }).waitFor();
    expect(world.api.chat.openings).toMatchObject([
      { language: 'nb', vehicle_interest: 'Volvo XC60', vehicle_id: 'veh_1', utm: { source: 'ads' } },
    ]);
    const told = (await events()).map(({ type, detail }) => [type, detail]);
    expect(told).toEqual([
      ['norvalt:opened', {}],
      ['norvalt:message', { from: 'visitor' }],
      ['norvalt:message', { from: 'assistant' }],
      ['norvalt:message', { from: 'human' }],
    ]);
  });

  test('shows text as text', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('<img src=x onerror=alert(1)>');
    await expect.poll(() => world.api.chat.attempts.length).toBe(1);
    world.api.chat.answer('<script>alert(1)</script> javascript:alert(1)');
    await visitor.bubble('<script>alert(1)').waitFor();
    expect(await visitor.said()).toContain('<img src=x onerror=alert(1)>');
    expect(await visitor.chat.getByRole('link').count()).toBe(0);
  });

  test('tells that the visitor types, not with every key', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.message.pressSequentially('Hei');
    expect(world.api.chat.signals).toEqual([]);
    await visitor.message.press('Enter');
    await visitor.end.waitFor();
    await visitor.message.pressSequentially('Hva koster den');
    await expect.poll(() => world.api.chat.signals.filter((signal) => signal === 'typing true')).toHaveLength(1);
    await visitor.message.fill('');
    await expect.poll(() => world.api.chat.signals).toContain('typing false');
  });

  test('counts what was not seen on the button, and goes on where it was', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Er den ledig?');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    await visitor.close.click();
    world.api.chat.answer('Ja.');
    world.api.chat.answer('Vil du prøve den?');
    await page.getByRole('button', { name: 'Chat med oss, 2 uleste' }).waitFor();
    await visitor.open();
    expect(await visitor.said()).toEqual(['Er den ledig?', 'Ja.', 'Vil du prøve den?']);
    await visitor.close.click();
    await page.getByRole('button', { name: 'Chat med oss', exact: true }).waitFor();
    await page.reload();
    await expect.poll(() => world.api.chat.resumedAt).toEqual(['0', '0']);
    world.api.chat.answer('Er du der?');
    await page.getByRole('button', { name: 'Chat med oss, 1 uleste' }).waitFor();
  });

  test('does not jump away from who reads further up', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Fortell om alle bilene');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    for (let car = 1; car <= 20; car += 1) world.api.chat.answer(`Bil nummer ${car}`);
    await visitor.bubble('Bil nummer 20').waitFor();
    await visitor.log.evaluate((log) => log.scrollTo(0, 0));
    world.api.chat.answer('Og den siste');
    await visitor.newer.click();
    await expect.poll(() => visitor.log.evaluate((log) => log.scrollTop)).toBeGreaterThan(100);
    await visitor.newer.waitFor({ state: 'detached' });
    await expect.poll(() => world.api.chat.signals).toContain('read 22');
  });

  test('is handed to a person at the visitor’s wish, and ended by the visitor', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Hei');
    await visitor.person.click();
    const wish = { text: 'Jeg vil gjerne snakke med en person.', asks_for_person: true };
    await expect.poll(() => world.api.chat.attempts.at(-1)).toMatchObject(wish);
    expect(world.api.chat.attempts[0]).not.toHaveProperty('asks_for_person');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.change({ answered_by: 'human' });
    await visitor.person.waitFor({ state: 'detached' });
    await visitor.end.click();
    await expect.poll(visitor.said).toEqual([]);
    await expect.poll(() => world.api.chat.signals).toContain('close');
    expect(await page.evaluate(() => localStorage.getItem('norvalt-chat'))).toBeNull();
    await visitor.say('Hei igjen');
    await visitor.bubble('Hei igjen').waitFor();
    await expect.poll(() => world.api.chat.openings.length).toBe(2);
  });
});

describe('an e-mail address', () => {
  test('is asked for once somebody has written, and put right where it is wrong', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    expect(await visitor.email.count()).toBe(0);
    await visitor.say('Har dere vinterdekk?');
    for (const wrong of ['kari', 'kari@wrong.example']) {
      await visitor.email.fill(wrong);
      await visitor.save.click();
      await visitor.chat.getByRole('alert').getByText('Skriv hele e-postadressen').waitFor();
    }
    await visitor.email.fill('kari@example.com');
    await visitor.save.click();
    await visitor.chat.getByText('kommer det til kari@example.com').waitFor();
  });

  test('need not be written by who has sent a form', async () => {
    const page = await world.open({ body: '<norvalt-lead-form></norvalt-lead-form><norvalt-chat></norvalt-chat>' });
    const form = visitorOn(page);
    await form.fillIn();
    await form.send.click();
    await form.form.getByText('Takk for meldingen').waitFor();
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Og har den hengerfeste?');
    await expect.poll(() => world.api.chat.openings).toMatchObject([{ proofs: ['proof of sub_0'] }]);
  });
});

describe('a network that fails', () => {
  test('twice and then works makes one message', async () => {
    world.api.chat.faults = ['drop', 'lose answer'];
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Er den ledig?');
    await expect.poll(() => world.api.chat.attempts.length).toBe(3);
    await visitor.chat.getByText('Sender').waitFor({ state: 'detached' });
    expect(world.api.chat.messages).toHaveLength(1);
    expect(await visitor.said()).toEqual(['Er den ledig?']);
  });

  test('for long says so, keeps the words in order and sends them at a press', async () => {
    world.api.chat.faults = Array.from({ length: 4 }, () => ({ status: 503 }));
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Er den ledig?');
    await visitor.say('Og hva koster den?');
    await visitor.retry.waitFor({ timeout: 15_000 });
    await visitor.retry.click();
    await visitor.chat.getByText('Sender').waitFor({ state: 'detached' });
    expect(world.api.chat.messages.map(({ text }) => text)).toEqual(['Er den ledig?', 'Og hva koster den?']);
  });

  test('while the page is closed loses nothing: the next page sends it, once', async () => {
    world.api.chat.faults = ['lose answer', 'drop', 'drop', 'drop'];
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Er den ledig?');
    await expect.poll(() => world.api.chat.attempts.length).toBeGreaterThan(0);
    await page.close();
    world.api.chat.faults = [];
    const next = await world.open(chatPage, page.context());
    await expect.poll(() => next.evaluate(() => localStorage.getItem('norvalt-chat'))).toContain('"unsent":[]');
    await chatterOn(next).open();
    await expect.poll(chatterOn(next).said).toEqual(['Er den ledig?']);
    expect(world.api.chat.messages).toHaveLength(1);
  });

  test('breaks the stream off, which resumes behind the last message', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Er den ledig?');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.answer('Ja.');
    await visitor.bubble('Ja.').waitFor();
    world.api.chat.cut();
    world.api.chat.answer('Den står her.');
    await visitor.bubble('Den står her.').waitFor();
    expect(world.api.chat.resumedAt).toEqual(['0', '2']);
    expect(await visitor.said()).toEqual(['Er den ledig?', 'Ja.', 'Den står her.']);
  });

  test('or a token that has run out goes unnoticed', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Hei');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.expire();
    await visitor.say('Er du der?');
    await expect.poll(() => world.api.chat.messages.length).toBe(2);
    expect(world.api.chat.openings).toHaveLength(1);
  });

  test('or a chat that is over makes a new one of the next message', async () => {
    const page = await world.open(chatPage);
    const visitor = chatterOn(page);
    await visitor.open();
    await visitor.say('Hei');
    await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
    world.api.chat.faults = [{ status: 409, code: 'conflict' }];
    await visitor.say('Er du der?');
    await expect.poll(() => world.api.chat.openings.length).toBe(2);
    await expect.poll(() => world.api.chat.messages.map(({ text }) => text)).toEqual(['Er du der?']);
  });
});

test('is there where nothing can be stored', async () => {
  const page = await world.open(chatPage);
  await page.evaluate(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('blocked');
      },
    }),
  );
  const visitor = chatterOn(page);
  await visitor.open();
  await visitor.say('Hei');
  await expect.poll(() => world.api.chat.resumedAt.length).toBe(1);
  world.api.chat.answer('Hei, hva lurer du på?');
  await visitor.bubble('hva lurer du på?').last().waitFor();
});

test('says that it takes no messages where it is off', async () => {
  world.api.chat.config = { ...world.api.chat.config, enabled: false };
  const page = await world.open(chatPage);
  const visitor = chatterOn(page);
  await visitor.launcher.click();
  await visitor.chat.getByText('tar ikke imot meldinger').waitFor();
  expect(await visitor.message.count()).toBe(0);
});

test('is opened and closed by the page', async () => {
  const page = await world.open(chatPage);
  const visitor = chatterOn(page);
  await page.waitForFunction(() => window.Norvalt?.loaded);
  await page.evaluate(() => window.Norvalt?.('open'));
  expect(await visitor.panel.isVisible()).toBe(true);
  await page.evaluate(() => window.Norvalt?.('close'));
  expect(await visitor.panel.isVisible()).toBe(false);
});

test('says when people are back, and in which language', async () => {
  world.api.chat.config = {
    ...world.api.chat.config,
    answered_by: 'human',
    open: false,
    opens_at: '2026-11-23T08:00:00.000Z',
  };
  const page = await world.open({ ...chatPage, lang: 'de', context: { timezoneId: 'Europe/Berlin' } });
  await page.locator('norvalt-chat').locator('[part=launcher]').click();
  await page.getByText('Wir haben geschlossen und öffnen Montag').waitFor();
});
