import { expect, it } from 'vitest';
import { mailPost } from '../posts/mailgun-posts.ts';
import { leadOf, type Scene } from '../support/scene.ts';
import { until } from '../support/until.ts';
import { oneOfEach, QUESTION } from './calm.ts';

/** What goes wrong between web and a database that is there. */
export function wireCases(scene: () => Scene): void {
  it('case 7: what is stored is acknowledged and nothing else: an insert that is lost on the wire is a 503', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const posts = [
      ...oneOfEach(scene()),
      mailPost(cluster.clock, dealership, customers.next(), customers.token(), { words: QUESTION }),
    ];
    // A chat is open before somebody writes in it.
    for (const { credentials } of posts) await credentials?.obtain();
    cluster.losesInserts = true;
    const answers = await Promise.all(posts.map((post) => sender.once(post)));
    cluster.losesInserts = false;
    // Twilio is told 503 as well: it comes again after every answer of 5xx.
    expect(answers.map(({ status }) => status)).toEqual(posts.map(() => 503));
    for (const post of posts) expect((await sender.send(post)).acceptedAt).not.toBeNull();
  });

  it('case 7: an insert whose answer is lost is found again and becomes one lead', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const mail = mailPost(cluster.clock, dealership, customers.next(), customers.token(), { words: QUESTION });
    cluster.losesAnswerToInsert = true;
    expect((await sender.send(mail)).acceptedAt).not.toBeNull();
    expect(cluster.losesAnswerToInsert).toBe(false);
    await until('the lead', () => leadOf(scene(), dealership, mail.customer));
  });

  it('case 7: a database that takes its time delays everybody and loses nobody', async () => {
    const { sender, cluster } = scene();
    cluster.wires.webDatabase.weather.delayMs = 50;
    const posted = await Promise.all(oneOfEach(scene()).map((post) => sender.send(post)));
    cluster.wires.webDatabase.clearUp();
    // A browser that shows another system's form tries once.
    const patient = posted.filter(({ post }) => post.channel !== 'plain form');
    expect(patient.filter(({ acceptedAt }) => acceptedAt === null)).toEqual([]);
  });
}
