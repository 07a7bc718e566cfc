import { expect, it } from 'vitest';
import type { Customer } from '../posts/post.ts';
import { smsPost } from '../posts/twilio-posts.ts';
import { formPost } from '../posts/website-posts.ts';
import type { Fault } from '../stubs/stub-server.ts';
import type { Dealership } from '../support/dealership.ts';
import { answered, planFor, type Scene, sentTo } from '../support/scene.ts';
import { until } from '../support/until.ts';
import { QUESTION } from './calm.ts';

interface Ordered {
  name: string;
  customer: Customer;
  dealership: Dealership;
}

/** Lets a customer ask by mail and another by SMS, each of whom the provider treats like this. */
async function askUnder(
  scene: Scene,
  name: string,
  faults: readonly Fault[],
  dealership = scene.dealerships[0],
): Promise<Ordered[]> {
  const { customers, sender } = scene;
  const [byForm, bySms] = [customers.next(), customers.next()];
  for (const customer of [byForm, bySms]) planFor(scene, customer, ...faults.map((fault) => ({ ...fault })));
  const token = customers.token();
  await sender.send(formPost(dealership, byForm, customers.token(), QUESTION));
  await sender.send(smsPost(dealership, bySms, token, `${QUESTION} ${token}`));
  return [byForm, bySms].map((customer) => ({ name, customer, dealership }));
}

async function expectOneAnswer(scene: Scene, ordered: readonly Ordered[]): Promise<void> {
  for (const { name, customer, dealership } of ordered) {
    const { messages } = await answered(scene, dealership, customer);
    const out = messages.filter(({ direction }) => direction === 'outbound');
    expect([name, out.map(({ state }) => state), sentTo(scene, customer).length]).toEqual([name, ['sent'], 1]);
  }
}

/** The provider has it, whatever was heard: it must be found there, and never sent again. */
const TAKEN: [string, Fault][] = [
  ['never answers', { kind: 'silence', taken: true }],
  ['resets the connection', { kind: 'reset', taken: true }],
  ['answers 500', { kind: 'status', status: 500, taken: true }],
  ['answers by half', { kind: 'half an answer' }],
  ['answers late', { kind: 'slow', waitMs: 2200 }],
];

/** The provider does not have it, and it cannot be known at first. */
const NOT_TAKEN: [string, Fault[]][] = [
  ['never answers', [{ kind: 'silence', taken: false }]],
  ['resets the connection', [{ kind: 'reset', taken: false }]],
  ['answers 503', [{ kind: 'status', status: 503, taken: false }]],
];

export function providerCases(scene: () => Scene): void {
  const waiting: Ordered[] = [];

  it('case 15: while the account is refused everything waits (begun here, seen below)', async () => {
    const { cluster } = scene();
    cluster.mailgun.apiKey = 'another key';
    const ordered = await askUnder(scene(), 'refused', []);
    const byMail = ordered[0];
    if (!byMail) throw new Error('nobody asked');
    await until('the refusal is told', () => cluster.worker.lastLines.includes('send: reconnect'));
    expect(sentTo(scene(), byMail.customer)).toEqual([]);
    cluster.mailgun.apiKey = 'mailgun-key';
    waiting.push(...ordered);
  });

  it('cases 10 and 13: a provider that takes nothing and does not say so is asked later (begun here, seen below)', async () => {
    for (const [name, faults] of NOT_TAKEN) waiting.push(...(await askUnder(scene(), name, faults)));
  });

  it('case 12: what a provider took before it fell silent, broke off or failed is found there and not sent again', async () => {
    const ordered: Ordered[] = [];
    for (const [name, fault] of TAKEN) ordered.push(...(await askUnder(scene(), name, [fault])));
    await expectOneAnswer(scene(), ordered);
  });

  it('case 11: a 429 is tried again when it says, and nobody else waits for it', async () => {
    const { cluster, dealerships } = scene();
    const waitSeconds = 60;
    const busy = { kind: 'status' as const, status: 429, taken: false };
    const date = () => new Date(Date.now() + waitSeconds * 1000).toUTCString();
    const askedAt = Date.now();
    const ordered = [
      ...(await askUnder(scene(), 'seconds', [{ ...busy, retryAfter: String(waitSeconds) }])),
      ...(await askUnder(scene(), 'date', [{ ...busy, retryAfter: date() }])),
      ...(await askUnder(scene(), 'nothing', [busy])),
    ];
    const others = await askUnder(scene(), 'another dealership', [], dealerships[1]);
    await expectOneAnswer(scene(), others);
    await expectOneAnswer(scene(), ordered);
    const takenAt = ({ customer }: Ordered) => sentTo(scene(), customer)[0]?.takenAt ?? 0;
    const told = ordered.filter(({ name }) => name !== 'nothing').map(takenAt);
    // A date says whole seconds.
    const leastMs = cluster.clock.wallMs((waitSeconds - 2) * 1000);
    for (const at of told) expect(at - askedAt).toBeGreaterThan(leastMs);
    for (const other of others) expect(takenAt(other)).toBeLessThan(Math.min(...told));
  });

  it('cases 10, 13 and 15: each of them went out once in the end, also after the account was mended', () =>
    expectOneAnswer(scene(), waiting));
}
