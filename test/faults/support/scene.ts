import { chatOf } from '../posts/chat-visitor.ts';
import type { Customer } from '../posts/post.ts';
import type { Sent } from '../stubs/sent.ts';
import type { Fault } from '../stubs/stub-server.ts';
import { Cluster, type ClusterOptions } from './cluster.ts';
import { Customers } from './customers.ts';
import { clientOf, type Dealership, signUp } from './dealership.ts';
import { judge, type Silenced, type Verdict } from './oracle.ts';
import { Sender } from './sender.ts';
import { until } from './until.ts';
import { readLead, settled, UNFINISHED, type View } from './views.ts';

/** A running product, two dealerships, people who write to them, and what they have posted so far. */
export interface Scene {
  cluster: Cluster;
  /** Two, so that there is somebody whose data must not be seen. */
  dealerships: [Dealership, Dealership];
  sender: Sender;
  customers: Customers;
  silenced: Silenced[];
  /** Those whose lead was deleted. */
  erased: Customer[];
  /** Deletes the lead of a customer, as a manager does. */
  erase(dealership: Dealership, customer: Customer): Promise<void>;
  /** Waits until all has come to rest and judges it. */
  verdict(): Promise<{ verdict: Verdict; views: View[] }>;
  stop(): Promise<void>;
}

/** What a customer of a dealership was sent, as the providers and their own browser have it. */
export function sentTo({ cluster }: Scene, customer: Customer): Sent[] {
  return cluster.sent.filter(({ to }) => [customer.email, customer.phone, chatOf(customer)].includes(to));
}

/** The one lead of a customer, as the dealership sees it; null while there is none. */
export function leadOf(
  scene: Scene,
  dealership: Dealership,
  customer: Customer,
): Promise<View['leads'][number] | null> {
  return readLead(scene.cluster, dealership, customer);
}

/** Waits until the last answer to a customer has come to an end, and what became of all of them. */
export function answered(
  scene: Scene,
  dealership: Dealership,
  customer: Customer,
  answers = 1,
): Promise<View['leads'][number]> {
  return until(`${customer.email} is answered`, async () => {
    const found = await leadOf(scene, dealership, customer);
    const out = found?.messages.filter(({ direction }) => direction === 'outbound') ?? [];
    if (found && out.length >= answers && out.every(({ state }) => !UNFINISHED.includes(state))) return found;
    throw new Error(
      found ? out.map(({ id, state, state_reason }) => `${id} is ${state}, ${state_reason}`).join('; ') : 'no lead',
    );
  });
}

/** The next orders for a customer fare like this at every provider. */
export function planFor({ cluster }: Scene, { email, phone }: Customer, ...faults: Fault[]): void {
  cluster.mailgun.plan(email, ...faults);
  cluster.twilio.plan(phone, ...faults);
  cluster.graph.plan(phone, ...faults);
}

/** Waits until every browser in a chat was told what is in it; what one is never told the oracle sees. */
async function shown({ visitors, directUrl }: Cluster): Promise<void> {
  const isShown = async () => (await Promise.all(visitors.map((one) => one.isUpToDate(directUrl)))).every(Boolean);
  await until('the chats are shown', isShown).catch(() => undefined);
}

/**
 * What was killed here was started again here; nobody else ends a process, and nobody starts it again.
 * @throws Error with the last words of one that ended by itself
 */
function assertAlive({ web, worker }: Cluster): void {
  for (const { isRunning, name, lastLines } of [web, worker])
    if (!isRunning) throw new Error(`the ${name} ended by itself:\n${lastLines}`);
}

export async function openScene(options: ClusterOptions = {}): Promise<Scene> {
  const cluster = await Cluster.start(options);
  try {
    const dealerships = await Promise.all([signUp(cluster, 'Nordlys Bil'), signUp(cluster, 'Sorland Motor')]);
    const sender = new Sender(cluster.url, () => cluster.web.isUp);
    const silenced: Silenced[] = [];
    const erased: Customer[] = [];
    return {
      cluster,
      dealerships,
      sender,
      customers: new Customers(),
      silenced,
      erased,
      async erase(dealership, customer) {
        const found = await until('the lead', () => readLead(cluster, dealership, customer));
        await clientOf(cluster, dealership).leads.delete(found.lead.id);
        erased.push(customer);
      },
      async verdict() {
        await sender.idle();
        assertAlive(cluster);
        const views = await settled(cluster, dealerships);
        await shown(cluster);
        return { verdict: judge({ cluster, dealerships, posted: sender.ledger, silenced, erased }, views), views };
      },
      stop: () => cluster.stop(),
    };
  } catch (error) {
    const words = cluster.lastWords;
    await cluster.stop();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${words}`);
  }
}
