import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mailPost } from '../posts/mailgun-posts.ts';
import type { Customer } from '../posts/post.ts';
import { formPost } from '../posts/website-posts.ts';
import { exchange } from '../support/exchange.ts';
import { Random } from '../support/random.ts';
import { answered, leadOf, planFor, type Scene, sentTo } from '../support/scene.ts';
import type { Posted } from '../support/sender.ts';
import { until } from '../support/until.ts';
import { oneOfEach, QUESTION } from './calm.ts';

export function crashCases(scene: () => Scene): void {
  const waiting: Customer[] = [];

  it('case 1: web is killed while it takes in, at any moment, and after the insert', async () => {
    const { sender, cluster } = scene();
    const random = new Random(1);
    for (let round = 0; round < 2; round += 1) {
      const posts = oneOfEach(scene());
      for (const post of posts) void sender.send(post);
      await sleep(random.whole(0, 50));
      await cluster.restartWeb();
    }
    await cluster.web.arm('arrival.stored=crash');
    for (const post of oneOfEach(scene())) void sender.send(post);
    await cluster.web.ended();
    await cluster.restartWeb();
    await sender.idle();
    // A browser that shows another system's form tries once, and its visitor sees that it failed.
    const accepted = ({ post, acceptedAt }: Posted) => post.channel === 'plain form' || acceptedAt !== null;
    expect(
      sender.ledger.filter((posted) => !accepted(posted)).map(({ post, statuses }) => [post.channel, statuses]),
    ).toEqual([]);
  });

  it('case 2: the worker is killed at every step of a send, and each customer gets one answer', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const steps = ['send.claimed', 'send.written', 'send.prepared', 'send.answered', 'send.noted'];
    for (const step of steps) {
      const customer = customers.next();
      await cluster.worker.arm(`${step}=crash@${customer.email}`);
      await sender.send(formPost(dealership, customer, customers.token(), QUESTION));
      await cluster.worker.ended();
      await cluster.startWorker();
      // Before the call nothing is known of it at the provider, which is asked for ten minutes: seen below.
      if (step === 'send.prepared') {
        waiting.push(customer);
        continue;
      }
      const { messages } = await answered(scene(), dealership, customer);
      expect(messages.map(({ state }) => state)).toEqual(['received', 'sent']);
      expect(sentTo(scene(), customer)).toHaveLength(1);
    }
  });

  it('case 2: web is killed between the lead and the rest, and the worker finishes it', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const customer = customers.next();
    const token = customers.token();
    await cluster.web.arm(`intake.written=crash@${token}`);
    const sending = sender.send(formPost(dealerships[0], customer, token, QUESTION));
    await cluster.web.ended();
    await cluster.startWeb();
    expect((await sending).statuses.at(-1)).toBeLessThan(300);
    await answered(scene(), dealerships[0], customer);
    expect(sentTo(scene(), customer)).toHaveLength(1);
  });

  it('case 2: what fails after its lead was made is finished, and each customer gets one answer', async () => {
    const { sender, cluster, dealerships } = scene();
    const posts = oneOfEach(scene());
    const failpoints = posts.flatMap(({ token }) => (token === null ? [] : [`intake.written=throw*1@${token}`]));
    await cluster.web.arm(failpoints.join(';'));
    await Promise.all(posts.map((post) => sender.send(post)));
    for (const { customer, channel } of posts) {
      const { messages } = await answered(scene(), dealerships[0], customer);
      const said = messages.map(({ direction, state }) => `${direction} ${state}`);
      // Who looks at a chat has had its answer, and read it, as soon as it is told.
      const answer = channel === 'chat' ? expect.stringMatching(/^outbound (sent|delivered|read)$/) : 'outbound sent';
      expect([channel, said]).toEqual([channel, ['inbound received', answer]]);
      await until('it got there', () => sentTo(scene(), customer).length > 0);
      expect([channel, sentTo(scene(), customer).length]).toEqual([channel, 1]);
    }
  });

  it('case 3: workers are replaced one after the other under load, and nothing waits for a dead one', async () => {
    const { sender, cluster } = scene();
    await cluster.startSecondWorker();
    const before = sender.ledger.length;
    for (let round = 0; round < 2; round += 1) {
      for (const post of oneOfEach(scene())) void sender.send(post);
      expect(await cluster.worker.stop()).toBe(0);
      await cluster.startWorker();
      expect(await cluster.secondWorker.stop()).toBe(0);
      if (round === 0) await cluster.startSecondWorker();
    }
    await sender.idle();
    for (const { post, acceptedAt } of sender.ledger.slice(before))
      if (acceptedAt !== null) await answered(scene(), post.dealership, post.customer);
  });

  it('cases 4 and 5: two workers, slow providers, and one that stood still for two leases send each message once', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const [stopped, ...slow] = Array.from({ length: 5 }, () => customers.next());
    if (!stopped) throw new Error('customers');
    await cluster.worker.arm(`send.claimed=stop*1@${stopped.email}`);
    for (const customer of slow) planFor(scene(), customer, { kind: 'slow', waitMs: 1200 });
    for (const customer of [stopped, ...slow])
      void sender.send(formPost(dealership, customer, customers.token(), QUESTION));
    await until('the worker stands still', () => cluster.worker.lastLines.includes('failpoint send.claimed'));
    await cluster.startSecondWorker();
    for (const customer of [stopped, ...slow]) {
      await answered(scene(), dealership, customer);
      expect(sentTo(scene(), customer)).toHaveLength(1);
    }
    cluster.worker.signal('SIGCONT');
    // The one that wakes up goes on working: what it is given now it sends, what it held it does not.
    await cluster.secondWorker.stop();
    const next = customers.next();
    await sender.send(formPost(dealership, next, customers.token(), QUESTION));
    await answered(scene(), dealership, next);
    expect(sentTo(scene(), stopped)).toHaveLength(1);
  });

  it('case 2: a send whose worker was killed right before the call went out once in the end', async () => {
    expect(waiting).toHaveLength(1);
    for (const customer of waiting) {
      const { messages } = await answered(scene(), scene().dealerships[0], customer);
      expect(messages.map(({ state }) => state)).toEqual(['received', 'sent']);
      expect(sentTo(scene(), customer)).toHaveLength(1);
    }
  });
}

/** What only a database of our own can be put through. */
export function databaseCrashCases(scene: () => Scene): void {
  it('case 6: the database is killed under load; what was acknowledged is there, and meanwhile nobody is refused for good', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    for (let round = 0; round < 2; round += 1) {
      const underWay = oneOfEach(scene()).map((post) => sender.send(post));
      await sleep(20 * round);
      await cluster.database.kill();
      const mail = mailPost(cluster.clock, dealerships[0], customers.next(), customers.token(), { words: QUESTION });
      const askedAt = performance.now();
      const answer = await exchange(`${cluster.url}${mail.path}`, mail.request());
      expect([answer.status, Number(answer.headers['retry-after'] ?? 0) > 0]).toEqual([503, true]);
      expect(performance.now() - askedAt).toBeLessThan(10_000);
      await cluster.startDatabase();
      const recovered = await sender.send(mail);
      expect(recovered.statuses).not.toContain(406);
      for (const { post, statuses, acceptedAt } of await Promise.all(underWay)) {
        expect(statuses).not.toContain(406);
        // A browser that shows another system's form tries once.
        if (post.channel !== 'plain form') expect(acceptedAt).not.toBeNull();
      }
      expect(await leadOf(scene(), dealerships[0], mail.customer)).not.toBeNull();
    }
  });

  it('case 6: after the database was away every job is begun as often as before', async () => {
    const { cluster } = scene();
    const before = await cluster.jobsBegun();
    await cluster.database.kill();
    await sleep(2_500);
    await cluster.startDatabase();
    const back = new Date();
    const often = ['deliver messages', 'finish arrivals', 'reconcile messages', 'queue follow-ups', 'send webhooks'];
    expect([...before.keys()]).toEqual(expect.arrayContaining(often));
    await until('every job that runs often is begun again', async () => {
      const begun = await cluster.jobsBegun();
      const asleep = often.filter((name) => (begun.get(name) ?? back) <= back);
      if (asleep.length > 0) throw new Error(`not begun: ${asleep.join(', ')}`);
      return true;
    });
  });

  it('case 6: every arrival is asked to be journaled by a majority before it is acknowledged', async () => {
    const { arrivalConcerns } = scene().cluster;
    const before = arrivalConcerns.length;
    const posts = oneOfEach(scene());
    for (const post of posts) await scene().sender.send(post);
    expect(arrivalConcerns.length - before).toBe(posts.length);
    for (const concern of arrivalConcerns) expect(JSON.parse(concern)).toMatchObject({ w: 'majority', j: true });
  });
}
