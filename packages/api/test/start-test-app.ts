import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Express } from 'express';
import mongoose from 'mongoose';
import { inject } from 'vitest';
import { createApp } from '../src/app.ts';
import { createServices } from '../src/create-services.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../src/database/connect.ts';
import { loadEnv } from '../src/env.ts';
import type { Scope } from '../src/features/api-keys/model.ts';
import { Message } from '../src/features/messages/model.ts';
import type { Role } from '../src/features/users/model.ts';
import type { components } from '../src/generated/openapi.ts';
import { type Contract, loadContract } from '../src/http/contract.ts';
import { composeContractChecks } from '../src/http/mount-contract-checks.ts';
import type { Services } from '../src/services.ts';
import { asOperator } from '../src/tenancy/context.ts';
import { Client } from './client.ts';
import { MovableClock } from './movable-clock.ts';
import { RecordingLogger } from './recording-logger.ts';

type Schemas = components['schemas'];

/** A person who has signed in. */
export interface Person {
  email: string;
  password: string;
  token: string;
  cookie: string;
  user: Schemas['User'];
  dealership: Schemas['DealershipSummary'];
  client: Client;
}

export interface TestAppOptions {
  /** Environment variables on top of those of a test. */
  env?: Record<string, string>;
  services?: Partial<Services>;
}

/** The contract the API under test serves. */
export const CONTRACT = path.resolve(import.meta.dirname, '../../../openapi.yaml');
const PASSWORD = 'en lang setning er best';
// One for every file of a process: composing the checks takes a second.
const contract = loadContract(CONTRACT);
const checks = composeContractChecks(contract, true);

/** The whole API on a port and a database of its own, and the people a test needs. */
export class TestApp {
  readonly contract: Contract;
  readonly app: Express;
  readonly services: Services;
  readonly clock: MovableClock;
  readonly logger: RecordingLogger;
  readonly #server: Server;
  #people = 0;

  constructor(parts: Pick<TestApp, 'contract' | 'app' | 'services' | 'clock' | 'logger'>, server: Server) {
    this.contract = parts.contract;
    this.app = parts.app;
    this.services = parts.services;
    this.clock = parts.clock;
    this.logger = parts.logger;
    this.#server = server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Sends requests with a token or key, or with nothing. */
  as(token: string | null): Client {
    return new Client(this.url, token);
  }

  /** Signs up a dealership and its admin. */
  async signUp(fields: Partial<Record<'email' | 'password' | 'name' | 'dealership_name' | 'language', string>> = {}) {
    this.#people += 1;
    const body = {
      email: `person-${this.#people}@dealer.example`,
      password: PASSWORD,
      name: `Person ${this.#people}`,
      dealership_name: `Dealer ${this.#people}`,
      ...fields,
    };
    const answer = await this.as(null).post<Schemas['Session']>('/v1/auth/signup', body);
    if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status}: ${answer.text}`);
    return this.person(body, answer);
  }

  /** Makes a person of an answer that signed somebody in. */
  person(
    credentials: { email: string; password: string },
    answer: { headers: Headers; body: Schemas['Session'] },
  ): Person {
    const { access_token: token, user, dealership } = answer.body;
    const { email, password } = credentials;
    return { email, password, token, cookie: cookieOf(answer.headers), user, dealership, client: this.as(token) };
  }

  /** Invites a colleague, who accepts. */
  async addColleague(admin: Person, role: Role): Promise<Person> {
    this.#people += 1;
    const invited = { email: `person-${this.#people}@dealer.example`, name: `Person ${this.#people}`, role };
    await admin.client.post('/v1/users', invited);
    const token = await this.invitationFor(invited.email);
    const answer = await this.as(null).post<Schemas['Session']>('/v1/auth/accept-invitation', {
      token,
      password: PASSWORD,
    });
    if (answer.status !== 200) throw new Error(`the invitation answered ${answer.status}: ${answer.text}`);
    return this.person({ email: invited.email, password: PASSWORD }, answer);
  }

  /** The token of the newest invitation to an address, out of the mail. */
  async invitationFor(email: string): Promise<string> {
    const mail = await asOperator(() =>
      Message.findOne({ purpose: 'invitation', recipient: email }).sort({ created_at: -1, _id: -1 }).lean(),
    );
    const token = /invitation\?token=(\S+)/.exec(mail?.text ?? '')?.[1];
    if (!token) throw new Error(`no invitation for ${email}`);
    return token;
  }

  /** Creates a secret key. */
  async secretKey(admin: Person, scopes: Scope[], mode: 'live' | 'test' = 'live'): Promise<string> {
    const body = { name: 'Integration', kind: 'secret', mode, scopes };
    return (await admin.client.post<{ key: string }>('/v1/api-keys', body)).body.key;
  }

  /** Creates a publishable key. */
  async publishableKey(admin: Person, origins: string[], mode: 'live' | 'test' = 'live'): Promise<string> {
    const body = { name: 'Web site', kind: 'publishable', mode, allowed_origins: origins };
    return (await admin.client.post<{ key: string }>('/v1/api-keys', body)).body.key;
  }

  /** Stops the server and empties its database. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
    await this.services.background.idle();
    await emptyDatabase();
    await disconnectDatabase();
  }
}

/** The `name=value` of the refresh cookie an answer sets. */
export function cookieOf(headers: Headers): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

// Making the indexes takes longer than most tests: they stay for the next file of this process.
async function emptyDatabase(): Promise<void> {
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
}

/** Starts the API against the database server of the test run. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const uri = inject('mongodbUri');
  const roomy = { RATE_LIMIT_SIGN_IN_ADDRESS_PER_MINUTE: '100000' };
  const secrets = { JWT_SECRET: 'j'.repeat(32), ENCRYPTION_KEY: 'e'.repeat(32) };
  const env = loadEnv({
    NODE_ENV: 'test',
    MONGODB_URI: uri,
    LOG_LEVEL: 'silent',
    ...secrets,
    ...roomy,
    ...options.env,
  });
  const dbName = `${inject('databasePrefix')}${process.env.VITEST_POOL_ID ?? '0'}`;
  await connectDatabase(uri, { dbName, appName: 'norvalt-test' });
  await ensureIndexes();
  const clock = new MovableClock();
  const logger = new RecordingLogger();
  const services = createServices(env, { clock, logger, ...options.services });
  const app = createApp({ contract, services, checks });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new TestApp({ contract, app, services, clock, logger }, server);
}
