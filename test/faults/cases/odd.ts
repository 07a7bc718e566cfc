import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { mailPost } from '../posts/mailgun-posts.ts';
import type { Post } from '../posts/post.ts';
import { formPost } from '../posts/website-posts.ts';
import { clientOf } from '../support/dealership.ts';
import { exchange } from '../support/exchange.ts';
import { SIGNING_KEY } from '../support/product-environment.ts';
import { answered, leadOf, planFor, type Scene, sentTo } from '../support/scene.ts';
import { until } from '../support/until.ts';
import { QUESTION } from './calm.ts';

const MINUTE_MS = 60_000;
const MAX_ATTEMPTS = 5;

/** Writes bytes as they are to web until it says something, and gives what it says until it hangs up. */
function raw(port: number, ...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const left = [...parts];
    const writeOn = () => {
      const part = left.shift();
      if (part !== undefined && heard === '') socket.write(part, () => setImmediate(writeOn));
    };
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    socket.setTimeout(3000, () => socket.destroy());
    writeOn();
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

/** A post with another body in it. */
function withBody(post: Post, body: string | Buffer, headers: Record<string, string> = {}) {
  return { headers: { ...post.request().headers, ...headers }, body };
}

export function oddCases(scene: () => Scene): void {
  it('case 19: workers ten minutes fast and slow send each message once, and the wrong clock is told of', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    await cluster.restartWorker({ TEST_CLOCK: cluster.clock.variable(-10 * MINUTE_MS) });
    const asked = Array.from({ length: 4 }, () => customers.next());
    for (const customer of asked) planFor(scene(), customer, { kind: 'slow', waitMs: 1000 });
    await Promise.all(
      asked.map((customer) => sender.send(formPost(dealership, customer, customers.token(), QUESTION))),
    );
    await cluster.startSecondWorker({ TEST_CLOCK: cluster.clock.variable(10 * MINUTE_MS) });
    for (const customer of asked) {
      await answered(scene(), dealership, customer);
      expect(sentTo(scene(), customer)).toHaveLength(1);
    }
    for (const worker of [cluster.worker, cluster.secondWorker])
      expect(worker.lastLines).toContain('the clock of this machine is wrong');
    await cluster.secondWorker.stop();
    await cluster.restartWorker();
  });

  it('case 19: a provider whose clock is six minutes off is believed, one that is a day late is not', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const mail = () =>
      mailPost(cluster.clock, dealerships[0], customers.next(), customers.token(), { words: QUESTION });
    for (const offsetMs of [6 * MINUTE_MS, -6 * MINUTE_MS]) {
      const shifted = { now: () => new Date(cluster.clock.now().getTime() + offsetMs) };
      const post = mailPost(shifted, dealerships[0], customers.next(), customers.token(), { words: QUESTION });
      expect((await sender.send(post)).acceptedAt).not.toBeNull();
    }
    const late = { now: () => new Date(cluster.clock.now().getTime() - 24 * 60 * MINUTE_MS) };
    const { path } = mail();
    const old = mailPost(late, dealerships[0], customers.next(), customers.token(), { words: QUESTION });
    expect((await exchange(`${cluster.url}${path}`, old.request())).status).toBe(406);
  });

  it('case 21: bodies that are too large, too deep, too many or a lie are refused and nothing of them stays', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const customer = customers.next();
    const form = formPost(dealership, customer, customers.token(), QUESTION);
    const url = `${cluster.directUrl}${form.path}`;
    const port = Number(new URL(url).port);
    const head = (...lines: string[]) =>
      [
        `POST ${form.path} HTTP/1.1`,
        'host: x',
        ...Object.entries(form.request().headers).map(([name, value]) => `${name}: ${value}`),
        ...lines,
        '',
        '',
      ].join('\r\n');
    const mail = mailPost(cluster.clock, dealership, customer, customers.token(), { words: QUESTION });
    const deep = `{"name":"x","email":"${customer.email}","message":"x","utm":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const many = `{${Array.from({ length: 100_000 }, (_, at) => `"f${at}":1`).join(',')},"name":"x","message":"x","email":"${customer.email}"}`;
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'));
    const statuses = {
      deep: (await exchange(url, withBody(form, deep))).status,
      many: (await exchange(url, withBody(form, many))).status,
      bomb: (await exchange(url, withBody(form, bomb, { 'content-encoding': 'gzip' }))).status,
      'not UTF-8': (await exchange(url, withBody(form, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])))).status,
      'a mail of 31 MB': (
        await exchange(`${cluster.directUrl}${mail.path}`, withBody(mail, `body-plain=${'a'.repeat(31 * 1024 * 1024)}`))
      ).status,
      'an endless chunk': statusOf(
        await raw(
          port,
          head('transfer-encoding: chunked'),
          ...Array.from({ length: 40 }, () => `10000\r\n${'a'.repeat(0x10000)}\r\n`),
        ),
      ),
      'less than it says': statusOf(await raw(port, head('content-length: 5000'), '{"name":"x"')),
      'more than it says': statusOf(
        await raw(port, head('content-length: 2', 'connection: close'), `{}${form.request().body}`),
      ),
    };
    for (const [what, status] of Object.entries(statuses)) {
      // Who promises more than it sends is waited for, and then gets nothing.
      const isRight =
        what === 'less than it says'
          ? [0, 400, 408].includes(status ?? 0)
          : status !== null && status >= 400 && status < 500;
      expect([what, status, isRight]).toEqual([what, status, true]);
    }
    expect(statuses['a mail of 31 MB']).toBe(406);
    const nul = await exchange(
      url,
      withBody(form, JSON.stringify({ name: 'x\u0000', email: customer.email, message: 'y\u0000z' }), {
        'idempotency-key': 'nul',
      }),
    );
    expect(nul.status ?? 500).toBeLessThan(500);
    expect(cluster.web.isRunning).toBe(true);
    if ((nul.status ?? 500) >= 400) expect(await leadOf(scene(), dealership, customer)).toBeNull();
    const after = customers.next();
    await sender.send(formPost(dealership, after, customers.token(), QUESTION));
    await answered(scene(), dealership, after);
  });

  it('case 22: an arrival that fails is tried again, one that kills whoever touches it is set aside, and others flow', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const [failing, poison] = [customers.token(), customers.token()];
    await cluster.web.arm(`intake.working=throw*1@${failing};intake.working=crash*1@${poison}`);
    const recovering = customers.next();
    const stored = await sender.send(formPost(dealership, recovering, failing, QUESTION));
    expect(stored.answer.status).toBe(202);
    const poisoned = sender.send(formPost(dealership, customers.next(), poison, QUESTION));
    await cluster.web.ended();
    await cluster.worker.arm(`intake.working=throw@${poison}`);
    await cluster.startWeb();
    await poisoned;
    const between = customers.next();
    await sender.send(formPost(dealership, between, customers.token(), QUESTION));
    for (const customer of [recovering, between]) {
      await answered(scene(), dealership, customer);
      expect(sentTo(scene(), customer)).toHaveLength(1);
    }
    const [aside] = await until('it is set aside', async () => {
      const { data } = await clientOf(cluster, dealership).arrivals.list({ outcome: ['quarantined'] });
      return data.length > 0 && data;
    });
    expect(aside).toMatchObject({ attempts: MAX_ATTEMPTS, outcome: 'quarantined' });
    expect(aside?.excerpt).toContain(poison);
  });

  it('case 25: while the signing key is changed both keys are good, afterwards only the new one', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const newKey = 'the next signing key';
    const mail = (signingKey: string) =>
      mailPost(cluster.clock, dealerships[0], customers.next(), customers.token(), { words: QUESTION, signingKey });
    const both = (count: number) =>
      Array.from({ length: count }, (_, at) => sender.send(mail(at % 2 === 0 ? SIGNING_KEY : newKey)));
    await cluster.restartWeb({ MAILGUN_SIGNING_KEY: `${SIGNING_KEY},${newKey}` });
    const posted = await Promise.all(both(8));
    expect(posted.flatMap(({ statuses }) => statuses)).toEqual(posted.map(() => 200));
    await cluster.restartWeb({ MAILGUN_SIGNING_KEY: newKey });
    expect((await sender.once(mail(newKey))).status).toBe(200);
    expect((await sender.once(mail(SIGNING_KEY))).status).toBe(406);
    await cluster.restartWeb();
  });
}
