import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { ChatVisitor } from '../posts/chat-visitor.ts';
import type { Customer } from '../posts/post.ts';
import { AnthropicStub } from '../stubs/anthropic-stub.ts';
import { GraphStub } from '../stubs/graph-stub.ts';
import { MailgunStub } from '../stubs/mailgun-stub.ts';
import type { Sent } from '../stubs/sent.ts';
import { TwilioStub } from '../stubs/twilio-stub.ts';
import type { Dealership } from './dealership.ts';
import { exchange } from './exchange.ts';
import { FastClock } from './fast-clock.ts';
import { productEnvironment, type Wires } from './product-environment.ts';
import { ProductProcess } from './product-process.ts';
import { readCommands } from './read-commands.ts';
import { type Fate, TcpProxy } from './tcp-proxy.ts';
import { until } from './until.ts';

const server = process.env.FAULTS_SERVER ?? 'packages/api/dist/server.js';
const given = process.env.TEST_MONGODB_URI;

/** How a run differs from the usual. */
export interface ClusterOptions {
  /** How many times faster than the wall clock the product's runs. */
  speed?: number;
  /** Further environment variables of web and worker. */
  env?: Record<string, string>;
}

// Not one the system gives to whoever asks for any: somebody else could be given it while its owner is down.
async function freePort(): Promise<number> {
  const listener = createServer().listen(randomInt(10_000, 32_000), '127.0.0.1');
  const isFree = await once(listener, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

/**
 * The product as it runs in production: web, worker and database as processes of their own, with a wire to each and to
 * each provider that can fail. Providers and their ledgers live here, out of its reach.
 */
export class Cluster {
  readonly clock: FastClock;
  readonly mailgun: MailgunStub;
  readonly twilio: TwilioStub;
  readonly graph = new GraphStub();
  readonly anthropic = new AnthropicStub();
  readonly database = new ProductProcess('database', [], /listening on/);
  readonly web = new ProductProcess('web', [server], 'message');
  readonly worker = new ProductProcess('worker', [server], 'message');
  readonly secondWorker = new ProductProcess('second worker', [server], 'message');
  /** The wires: from the senders to web, from web and worker to the database, and to the providers. */
  wires!: Wires;
  /** Browsers in chats: what they were told is a ledger as well. */
  readonly visitors: ChatVisitor[] = [];
  /** What web asked of the database with each arrival that it stored. */
  readonly arrivalConcerns: string[] = [];
  /** While it is true, what web wants to store of what came in is lost on the way to the database. */
  losesInserts = false;
  /** The next arrival is stored, and the database's answer is lost. */
  losesAnswerToInsert = false;
  readonly #options: ClusterOptions;
  #folder = '';
  #databasePort = 0;
  #webPort = 0;

  private constructor(options: ClusterOptions) {
    this.#options = options;
    this.clock = new FastClock(options.speed ?? 20);
    this.mailgun = new MailgunStub(this.clock);
    this.twilio = new TwilioStub(this.clock);
  }

  static async start(options: ClusterOptions = {}): Promise<Cluster> {
    const cluster = new Cluster(options);
    await cluster.#start();
    return cluster;
  }

  /** Whether the database is ours to kill: with `TEST_MONGODB_URI` it belongs to somebody else. */
  static get ownsDatabase(): boolean {
    return given === undefined;
  }

  async #start(): Promise<void> {
    this.#folder = await mkdtemp(path.join(tmpdir(), 'norvalt-faults-'));
    [this.#databasePort, this.#webPort] = [await freePort(), await freePort()];
    for (const stub of this.#stubs) await stub.listen();
    const databaseAt = given === undefined ? { port: this.#databasePort } : addressOf(given);
    this.wires = {
      web: await new TcpProxy({ port: this.#webPort }).listen(),
      webDatabase: await new TcpProxy(databaseAt, () => readCommands((command) => this.#noteInsert(command))).listen(),
      workerDatabase: await new TcpProxy(databaseAt).listen(),
      mailgun: await new TcpProxy({ port: this.mailgun.port }).listen(),
      twilio: await new TcpProxy({ port: this.twilio.port }).listen(),
      graph: await new TcpProxy({ port: this.graph.port }).listen(),
      anthropic: await new TcpProxy({ port: this.anthropic.port }).listen(),
    };
    if (given === undefined) await this.startDatabase();
    await Promise.all([this.startWeb(), this.startWorker()]);
  }

  #databaseUri(port: number): string {
    const uri = new URL(given ?? 'mongodb://127.0.0.1/');
    uri.host = `127.0.0.1:${port}`;
    uri.pathname = `/${path.basename(this.#folder).replaceAll('-', '_')}`;
    uri.searchParams.set('directConnection', 'true');
    return uri.href;
  }

  #environment(role: 'web' | 'worker', extra: Record<string, string>): Record<string, string> {
    const wire = role === 'web' ? this.wires.webDatabase : this.wires.workerDatabase;
    return {
      ...productEnvironment(this.wires),
      ROLE: role,
      PORT: String(this.#webPort),
      MONGODB_URI: this.#databaseUri(wire.port),
      TEST_CLOCK: this.clock.variable(),
      ...this.#options.env,
      ...extra,
    };
  }

  /** What the product is reached at, by a wire that can fail. */
  get url(): string {
    return `http://127.0.0.1:${this.wires.web.port}`;
  }

  /** The product itself, for looking at it. */
  get directUrl(): string {
    return `http://127.0.0.1:${this.#webPort}`;
  }

  /** What lets the model stub write; without it rules do. */
  get modelEnvironment(): Record<string, string> {
    return {
      ANTHROPIC_API_KEY: 'model-key',
      ANTHROPIC_BASE_URL: `http://127.0.0.1:${this.wires.anthropic.port}`,
      AI_TIMEOUT_MS: '1500',
    };
  }

  get #stubs() {
    return [this.mailgun, this.twilio, this.graph, this.anthropic];
  }

  /** Opens a page with the chat of a dealership on it. */
  visit(dealership: Dealership, customer: Customer): ChatVisitor {
    const visitor = new ChatVisitor(this.url, dealership, customer);
    this.visitors.push(visitor);
    return visitor;
  }

  /** Whose browser a customer's chat is in. */
  visitorOf(customer: Customer): ChatVisitor {
    const visitor = this.visitors.find((each) => each.customer === customer);
    if (!visitor) throw new Error(`${customer.email} is in no chat`);
    return visitor;
  }

  /** Everything that the providers took to send and that browsers in chats were told, in order. */
  get sent(): Sent[] {
    return [this.mailgun, this.twilio, this.graph, ...this.visitors]
      .flatMap(({ ledger }) => ledger)
      .sort((one, other) => one.takenAt - other.takenAt);
  }

  #noteInsert({ insert, writeConcern }: Record<string, unknown>): Fate {
    if (insert !== 'arrivals') return undefined;
    this.arrivalConcerns.push(JSON.stringify(writeConcern));
    if (this.losesInserts) return 'lost';
    if (!this.losesAnswerToInsert) return undefined;
    this.losesAnswerToInsert = false;
    return 'unanswered';
  }

  /** When each recurring job was last begun from the queue, by the wall clock; those that never were are left out. */
  async jobsBegun(): Promise<Map<string, Date>> {
    const client = await MongoClient.connect(this.#databaseUri(this.wires.workerDatabase.port));
    try {
      const jobs = await client.db().collection<{ name: string; lastRunAt?: Date }>('jobs').find({}).toArray();
      return new Map(jobs.flatMap(({ name, lastRunAt }) => (lastRunAt ? [[name, lastRunAt] as const] : [])));
    } finally {
      await client.close();
    }
  }

  async startDatabase(): Promise<void> {
    const program = ['packages/embedded-mongo/dist/cli.js', '--dbpath', path.join(this.#folder, 'db')];
    this.database.setArguments([...program, '--port', String(this.#databasePort)]);
    await this.database.start({});
  }

  startWeb(env: Record<string, string> = {}): Promise<void> {
    return this.web.start(this.#environment('web', env));
  }

  startWorker(env: Record<string, string> = {}): Promise<void> {
    return this.worker.start(this.#environment('worker', env));
  }

  startSecondWorker(env: Record<string, string> = {}): Promise<void> {
    return this.secondWorker.start(this.#environment('worker', env));
  }

  /** Kills the worker and starts one that fails where it is told to. */
  async restartWorker(env: Record<string, string> = {}): Promise<void> {
    await this.worker.kill();
    await this.startWorker(env);
  }

  async restartWeb(env: Record<string, string> = {}): Promise<void> {
    await this.web.kill();
    await this.startWeb(env);
  }

  /** Waits until web says that it can serve. */
  async ready(): Promise<void> {
    await until(
      'the product is ready',
      async () => (await exchange(`${this.directUrl}/health/ready`, { method: 'GET' })).status === 200,
    );
  }

  /** The last words of every process, for when something is wrong. */
  get lastWords(): string {
    return [this.web, this.worker, this.secondWorker, this.database]
      .map((child) => `--- ${child.name}\n${child.lastLines}`)
      .join('\n');
  }

  async stop(): Promise<void> {
    for (const visitor of this.visitors) visitor.leave();
    for (const child of [this.worker, this.secondWorker, this.web]) child.signal('SIGCONT');
    for (const child of [this.worker, this.secondWorker, this.web, this.database]) await child.kill();
    for (const wire of Object.values(this.wires)) await wire.close();
    for (const stub of this.#stubs) await stub.close();
    if (given !== undefined) {
      const client = await MongoClient.connect(given);
      await client.db(path.basename(this.#folder).replaceAll('-', '_')).dropDatabase();
      await client.close();
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function addressOf(uri: string): { host: string; port: number } {
  const { hostname, port } = new URL(uri);
  return { host: hostname, port: Number(port || 27017) };
}
