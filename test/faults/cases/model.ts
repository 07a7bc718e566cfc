import { expect, it } from 'vitest';
import { formPost } from '../posts/website-posts.ts';
import type { Fault } from '../stubs/stub-server.ts';
import { says } from '../support/oracle.ts';
import { answered, leadOf, type Scene, sentTo } from '../support/scene.ts';
import { QUESTION } from './calm.ts';

/** What becomes of a question to the model, and what it says where it says anything. */
const MOODS: [string, { fault?: Fault; says?: string; stopReason?: string }][] = [
  ['is overloaded', { fault: { kind: 'status', status: 529, taken: false } }],
  ['has a limit', { fault: { kind: 'status', status: 429, retryAfter: '30', taken: false } }],
  ['never answers', { fault: { kind: 'silence', taken: false } }],
  ['breaks off', { fault: { kind: 'half an answer' } }],
  ['says what is not JSON', { says: 'Sure! Here is the reply you asked for: {"reply": "Hei' }],
  ['declines', { says: 'I cannot help with that.', stopReason: 'refusal' }],
];

export function modelCases(scene: () => Scene): void {
  it('case 14: whatever the model does, the lead is there and its customer gets one answer', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const { anthropic } = cluster;
    await cluster.restartWorker(cluster.modelEnvironment);
    for (const [mood, { fault, says, stopReason }] of MOODS) {
      anthropic.decide = () => fault ?? { kind: 'none' };
      anthropic.says = says ?? '{}';
      anthropic.stopReason = stopReason ?? 'end_turn';
      const customer = customers.next();
      await sender.send(formPost(dealership, customer, customers.token(), QUESTION));
      const { messages } = await answered(scene(), dealership, customer);
      const reply = messages.find(({ direction }) => direction === 'outbound');
      expect([mood, reply?.state, reply?.written_by]).toEqual([mood, 'sent', 'rules']);
      expect(sentTo(scene(), customer)).toHaveLength(1);
    }
    expect(anthropic.asked).toBeGreaterThan(0);
  });

  it('case 14: the words are kept before they are sent: who runs it again sends the same ones', async () => {
    const { sender, cluster, customers, dealerships } = scene();
    const [dealership] = dealerships;
    const { anthropic } = cluster;
    const customer = customers.next();
    await cluster.worker.arm(`send.written=crash@${customer.email}`);
    await sender.send(formPost(dealership, customer, customers.token(), QUESTION));
    await cluster.worker.ended();
    const written = (await leadOf(scene(), dealership, customer))?.messages.find(
      ({ direction }) => direction === 'outbound',
    );
    const asked = anthropic.asked;
    await cluster.startWorker(cluster.modelEnvironment);
    await answered(scene(), dealership, customer);
    const [sent, ...more] = sentTo(scene(), customer);
    expect(more).toEqual([]);
    expect(written?.text).toContain('Volvo XC60');
    expect(says(sent?.text ?? '', written?.text ?? 'nothing')).toBe(true);
    expect(anthropic.asked).toBe(asked);
    await cluster.restartWorker();
  });
}
