import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, StubServer } from '../stubs/stub-server.ts';
import { Cluster } from '../support/cluster.ts';
import type { ProductProcess } from '../support/product-process.ts';
import type { Random } from '../support/random.ts';
import type { Scene } from '../support/scene.ts';
import type { TcpProxy, Weather } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';

/** Something bad that happens and is over when `run` resolves. */
export interface Trouble {
  name: string;
  run(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** Longer than a worker's hold on what it works on. */
const LEASE_MS = 40_000;
const WEB_STEPS = ['arrival.storing', 'arrival.stored', 'intake.working', 'intake.written'];
const WORKER_STEPS = ['send.claimed', 'send.prepared', 'send.answered', 'send.noted', 'intake.written'];
/** What is waited for may never come: nobody may be at the step that is armed, or on the wire that is cut. */
const LONGEST_WAIT_MS = 4000;

/** Goes on when the trouble has been met with, or when nobody came to meet it. */
async function met(hasHappened: () => boolean, mostMs = LONGEST_WAIT_MS): Promise<void> {
  await until('somebody meets with it', hasHappened, mostMs, 20).catch(() => undefined);
}

/** Tells whether so many more have been counted since this was called. */
function more(count: () => number, by: number): () => boolean {
  const before = count();
  return () => count() >= before + by;
}

/** Answers that senders have had, of whatever kind. */
const triesOf = ({ sender }: Scene) => sender.ledger.reduce((sum, { statuses }) => sum + statuses.length, 0);
const refusalsOf = ({ sender }: Scene) =>
  sender.ledger.reduce((sum, { statuses }) => sum + statuses.filter((status) => (status ?? 500) >= 500).length, 0);

const FAULTS: readonly Fault[] = [
  { kind: 'slow', waitMs: 900 },
  { kind: 'slow', waitMs: 2300 },
  { kind: 'status', status: 429, retryAfter: '20', taken: false },
  { kind: 'status', status: 500, taken: true },
  { kind: 'status', status: 502, taken: false },
  { kind: 'status', status: 503, taken: false },
  { kind: 'silence', taken: true },
  { kind: 'silence', taken: false },
  { kind: 'reset', taken: true },
  { kind: 'reset', taken: false },
  { kind: 'half an answer' },
];

/** Lets one order in a few fare badly, in every way that a provider's can. */
export function upset(stubs: readonly StubServer[], random: Random): void {
  for (const stub of stubs) stub.decide = () => (random.chance(0.15) ? random.pick(FAULTS) : { kind: 'none' });
}

function killings({ cluster }: Scene, random: Random): Trouble[] {
  const diesAt = async (process: ProductProcess, restart: () => Promise<void>, step: string) => {
    await process.arm(`${step}=crash`);
    await met(() => !process.isRunning);
    await restart();
  };
  const web = () => cluster.restartWeb();
  const worker = () => cluster.restartWorker();
  return [
    { name: 'web is killed', run: web },
    { name: 'the worker is killed', run: worker },
    ...[random.pick(WEB_STEPS), random.pick(WEB_STEPS)].map((step) => ({
      name: `web dies at ${step}`,
      run: () => diesAt(cluster.web, web, step),
    })),
    ...[random.pick(WORKER_STEPS), random.pick(WORKER_STEPS)].map((step) => ({
      name: `the worker dies at ${step}`,
      run: () => diesAt(cluster.worker, worker, step),
    })),
  ];
}

function changesOfGuard(scene: Scene, random: Random): Trouble[] {
  const { cluster } = scene;
  const sent = () => cluster.sent.length;
  return [
    {
      name: 'the worker is replaced',
      run: async () => {
        await cluster.startSecondWorker();
        await cluster.worker.stop();
        await cluster.startWorker();
        await cluster.secondWorker.stop();
      },
    },
    {
      name: 'the worker stands still while another one works',
      run: async () => {
        cluster.worker.signal('SIGSTOP');
        await cluster.startSecondWorker();
        // Longer than its leases, so that the other one has what it held, and goes on with it.
        await sleep(cluster.clock.wallMs(LEASE_MS));
        await met(more(sent, random.whole(1, 6)));
        cluster.worker.signal('SIGCONT');
        await met(more(sent, 2));
        await cluster.secondWorker.kill();
      },
    },
    {
      name: 'the clock of the worker is wrong',
      run: async () => {
        const offsetMs = random.pick([-10, 10]) * MINUTE_MS;
        await cluster.restartWorker({ TEST_CLOCK: cluster.clock.variable(offsetMs) });
        await met(more(sent, 3));
        await cluster.restartWorker();
      },
    },
  ];
}

/** What happens to the wires, on one or two of them at a time. */
export function badWeather({ cluster }: Scene, random: Random): Trouble[] {
  const { web, webDatabase, workerDatabase, mailgun, twilio, graph } = cluster.wires;
  const wires: [string, TcpProxy][] = [
    ['to web', web],
    ['from web to the database', webDatabase],
    ['from the worker to the database', workerDatabase],
    ['to Mailgun', mailgun],
    ['to Twilio', twilio],
    ['to Meta', graph],
  ];
  const during = (wire: TcpProxy, weather: Partial<Weather>) => async () => {
    const isFelt = more(() => wire.felt, random.whole(2, 12));
    Object.assign(wire.weather, weather);
    await met(isFelt);
    wire.clearUp();
    // What was swallowed leaves a hole in the conversation.
    if (weather.swallowsAnswers) wire.cut();
  };
  const [name, wire] = random.pick(wires);
  const [otherName, other] = random.pick(wires);
  return random.shuffled([
    { name: `the wire ${name} is slow`, run: during(wire, { delayMs: random.whole(20, 250) }) },
    { name: `the wire ${otherName} is dead`, run: during(other, { refuses: true }) },
    { name: `the wire ${name} carries nothing back`, run: during(wire, { swallowsAnswers: true }) },
    {
      name: `an answer on the wire ${otherName} is lost`,
      run: async () => {
        other.weather.cutsNextAnswer = true;
        await met(() => !other.weather.cutsNextAnswer);
      },
    },
    { name: `the wire ${name} is cut`, run: async () => wire.cut() },
    { name: `the wire ${otherName} is closed by half`, run: async () => other.halfClose() },
  ]);
}

function databaseTrouble(scene: Scene, random: Random): Trouble[] {
  const { cluster } = scene;
  if (!Cluster.ownsDatabase) return [];
  const run = async () => {
    await cluster.database.kill();
    await met(more(() => refusalsOf(scene), random.whole(0, 4)));
    await cluster.startDatabase();
  };
  return [{ name: 'the database is killed', run }];
}

/** What happens to processes. */
export function crashes(scene: Scene, random: Random): Trouble[] {
  return random.shuffled([
    ...killings(scene, random),
    ...changesOfGuard(scene, random),
    ...databaseTrouble(scene, random),
  ]);
}

/** The pause after a trouble: some posts are answered, or nobody can be at the moment. */
export function breathe(scene: Scene, random: Random): Promise<void> {
  return met(
    more(() => triesOf(scene), random.whole(1, 4)),
    1500,
  );
}

/** Ends all trouble: everything runs, nothing is armed, every wire and provider does what it should. */
export async function calmDown({ cluster }: Scene): Promise<void> {
  for (const stub of [cluster.mailgun, cluster.twilio, cluster.graph]) stub.decide = () => ({ kind: 'none' });
  for (const wire of Object.values(cluster.wires)) wire.clearUp();
  for (const worker of [cluster.worker, cluster.secondWorker]) worker.signal('SIGCONT');
  await cluster.secondWorker.stop();
  if (Cluster.ownsDatabase && !cluster.database.isRunning) await cluster.startDatabase();
  await cluster.restartWeb();
  await cluster.restartWorker();
}
