import { expect, it } from 'vitest';
import { mailgunSignature, mailPost } from '../posts/mailgun-posts.ts';
import type { Customer } from '../posts/post.ts';
import { smsPost } from '../posts/twilio-posts.ts';
import { adfPost, apiPost, formPost } from '../posts/website-posts.ts';
import { clientOf, type Dealership } from '../support/dealership.ts';
import { answered, leadOf, type Scene, sentTo } from '../support/scene.ts';
import { until } from '../support/until.ts';
import { oneOfEach, QUESTION } from './calm.ts';
import { reportMail, reportSms } from './reports.ts';

const STATUSES = ['sent', 'delivered', 'read'];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

async function stateOf(scene: Scene, dealership: Dealership, customer: Customer): Promise<string | undefined> {
  const lead = await leadOf(scene, dealership, customer);
  return lead?.messages.find(({ direction }) => direction === 'outbound')?.state;
}

export function orderCases(scene: () => Scene): void {
  it('case 16: the same post twenty times at once, and again a day later, is one lead and always a success', async () => {
    const { sender, cluster, dealerships } = scene();
    const [dealership] = dealerships;
    // What goes on with a conversation would be in it twice.
    const known = scene().customers.next();
    const first = scene().customers.token();
    await sender.send(smsPost(dealership, known, first, `${QUESTION} ${first}`));
    await answered(scene(), dealership, known);
    const again = scene().customers.token();
    const posts = [
      ...oneOfEach(scene()).filter(({ channel }) => channel !== 'plain form'),
      smsPost(dealership, known, again, `Og hva koster den? ${again}`),
    ];
    for (const post of posts) {
      const answers = await Promise.all([
        sender.send(post).then(({ answer }) => answer),
        ...Array.from({ length: 19 }, () => sender.once(post)),
      ]);
      // One that comes while the first is still worked on may be asked to come again.
      expect(answers.filter(({ status }) => status !== 409 && (status === null || status >= 300))).toEqual([]);
    }
    for (const { customer } of posts) await answered(scene(), dealership, customer);
    cluster.clock.advance(23 * 60 * 60 * 1000);
    await cluster.restartWeb();
    await cluster.restartWorker();
    for (const post of posts) expect((await sender.once(post)).status).toBeLessThan(300);
    for (const { customer, token, channel } of posts) {
      const lead = await leadOf(scene(), dealership, customer);
      const said = lead?.messages.filter(
        ({ direction, text }) => direction === 'inbound' && token !== null && text.includes(token),
      );
      expect([channel, said?.length, lead?.lead.submissions.map(({ repeats }) => repeats)]).toEqual([
        channel,
        token === null ? 0 : 1,
        [0],
      ]);
    }
  });

  it('case 17: one person by form, API and ADF within seconds is one lead with three sources and one answer', async () => {
    const { sender, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const customer = customers.next();
    await Promise.all(
      [formPost, apiPost, adfPost].map((make) => sender.send(make(dealership, customer, customers.token(), QUESTION))),
    );
    const { lead } = await answered(scene(), dealership, customer);
    const { data } = await clientOf(scene().cluster, dealership).leads.list({ q: customer.email });
    expect(data).toHaveLength(1);
    expect(lead.submissions.length + lead.submissions.reduce((sum, { repeats }) => sum + repeats, 0)).toBe(3);
    expect([...lead.sources].sort()).toEqual(['adf', 'api', 'website']);
    expect(sentTo(scene(), customer)).toHaveLength(1);
  });

  it('case 18: reports in every order end in the highest state', async () => {
    const { sender, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const orders = permutations(STATUSES);
    const asked = orders.map((order) => ({ order, customer: customers.next(), token: customers.token() }));
    for (const { customer, token } of asked)
      await sender.send(smsPost(dealership, customer, token, `${QUESTION} ${token}`));
    for (const { order, customer } of asked) {
      await answered(scene(), dealership, customer);
      const sid = sentTo(scene(), customer)[0]?.id ?? '';
      for (const status of order) expect(await reportSms(scene(), dealership, sid, status)).toBe(200);
      expect([order, await stateOf(scene(), dealership, customer)]).toEqual([order, 'read']);
    }
  });

  it('case 18: a report that comes before our own note is asked for again, also by a web that has forgotten it', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const customer = customers.next();
    await cluster.worker.arm(`send.answered=stop*1@${customer.email}`);
    await sender.send(formPost(dealership, customer, customers.token(), QUESTION));
    await until('the provider has it', () => sentTo(scene(), customer).length === 1);
    await until('the worker stands still', () => cluster.worker.lastLines.includes('failpoint send.answered'));
    const messageId = sentTo(scene(), customer)[0]?.messageId ?? '';
    const signature = mailgunSignature(cluster.clock);
    expect(await reportMail(scene(), dealership, messageId, signature)).toBe(503);
    await cluster.restartWeb();
    cluster.worker.signal('SIGCONT');
    await until('our own note', async () => (await stateOf(scene(), dealership, customer)) === 'sent');
    expect(await reportMail(scene(), dealership, messageId, signature)).toBe(200);
    expect(await stateOf(scene(), dealership, customer)).toBe('delivered');
  });

  it('case 18: a STOP and a deletion that come before the queued send are obeyed', async () => {
    const { sender, cluster, customers, dealerships, silenced } = scene();
    const [dealership] = dealerships;
    const [stopping, erased, fine] = [customers.next(), customers.next(), customers.next()];
    await cluster.worker.stop();
    for (const customer of [stopping, erased, fine]) {
      const token = customers.token();
      await sender.send(smsPost(dealership, customer, token, `${QUESTION} ${token}`));
    }
    const stopped = await sender.send(smsPost(dealership, stopping, customers.token(), 'STOP'));
    silenced.push({ dealership, channel: 'sms', address: stopping.phone, acceptedAt: stopped.acceptedAt ?? 0 });
    await scene().erase(dealership, erased);
    await cluster.startWorker();
    await answered(scene(), dealership, fine);
    // An answer that was called off before it had words is not shown at all.
    await until(
      'the other one is called off',
      async () => (await stateOf(scene(), dealership, stopping)) === undefined,
    );
    expect([stopping, erased, fine].map((customer) => sentTo(scene(), customer).length)).toEqual([0, 0, 1]);
  });

  it('case 18: an answer by mail that comes before our note of the send joins the conversation', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const customer = customers.next();
    await cluster.worker.arm(`send.answered=stop*1@${customer.email}`);
    await sender.send(formPost(dealership, customer, customers.token(), QUESTION));
    await until('the provider has it', () => sentTo(scene(), customer).length === 1);
    await until('the worker stands still', () => cluster.worker.lastLines.includes('failpoint send.answered'));
    const inReplyTo = sentTo(scene(), customer)[0]?.messageId ?? '';
    const token = customers.token();
    await sender.send(
      mailPost(cluster.clock, dealership, customer, token, { words: 'Takk, kan jeg prøvekjøre den?', inReplyTo }),
    );
    cluster.worker.signal('SIGCONT');
    const { messages } = await answered(scene(), dealership, customer, 2);
    expect(messages.filter(({ text }) => text.includes(token))).toHaveLength(1);
  });
}
