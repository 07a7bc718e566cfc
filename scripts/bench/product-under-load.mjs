import path from 'node:path';
import { MongoClient } from 'mongodb';
import { findPort } from '../lib/find-port.mjs';
import { SupervisedProcess } from '../lib/supervised-process.mjs';
import { accountOf, appSecret, startGraph } from './graph.mjs';
import { MeasuredServer } from './measured-server.mjs';

const program = 'packages/api/dist/server.js';
const origin = 'https://dealer.example';

/** What providers sign with. */
export const secrets = {
  mailgun: 'a signing key of the bench',
  twilio: 'a twilio token of the bench',
  meta: appSecret,
  publicUrl: 'https://norvalt.example',
};

/** The database, the floor, and the product with its web and workers, each a process of its own on one database server. */
export class ProductUnderLoad {
  #children = [];
  #folder;
  #graph = null;
  #given = false;
  #env = {};

  constructor(folder) {
    this.#folder = folder;
  }

  #keep(child) {
    this.#children.push(child);
    return child;
  }

  /** Starts a database, or takes one on a server that is there and that is dropped in the end. */
  async startDatabase(given) {
    if (given === undefined) await this.#startEmbedded();
    this.databaseUri = withDatabase(given ?? this.uri, given === undefined ? 'norvalt' : path.basename(this.#folder));
    this.#given = given !== undefined;
    await this.#prepare();
  }

  async #startEmbedded() {
    const args = ['packages/embedded-mongo/dist/cli.js', '--dbpath', this.#folder, '--port', '0'];
    const database = this.#keep(new SupervisedProcess('database', args, { env: process.env }));
    const [, uri] = await database.line(/listening on (mongodb:\/\/\S+)/);
    this.uri = uri;
  }

  async #prepare() {
    this.#graph = await startGraph();
    this.#env = {
      MONGODB_URI: this.databaseUri,
      PUBLIC_URL: secrets.publicUrl,
      JWT_SECRET: 'j'.repeat(32),
      ENCRYPTION_KEY: 'e'.repeat(32),
      LOG_LEVEL: 'warn',
      MAILGUN_SIGNING_KEY: secrets.mailgun,
      TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
      TWILIO_AUTH_TOKEN: secrets.twilio,
      TWILIO_FROM: '+4759440000',
      TWILIO_BASE_URL: 'http://127.0.0.1:9',
      META_APP_SECRET: secrets.meta,
      META_VERIFY_TOKEN: 'verify-token-of-the-bench',
      META_GRAPH_URL: this.#graph.url,
    };
  }

  async startFloor() {
    const env = { MONGODB_URI: `${this.uri}/floor` };
    const server = this.#keep(new MeasuredServer('floor', 'scripts/bench/floor-server.mjs', env));
    const { port } = await server.message((message) => message.ready);
    return { server, url: `http://127.0.0.1:${port}` };
  }

  /** Starts web; limits are out of the way unless `env` sets them. */
  async startWeb(env = {}) {
    const port = await findPort(0, '127.0.0.1');
    const roomy = { RATE_LIMIT_SERVER_PER_MINUTE: '100000000', RATE_LIMIT_BROWSER_PER_MINUTE: '100000000' };
    const settings = { ...this.#env, ...roomy, RATE_LIMIT_BROWSER_BURST: '100000000', ...env };
    const server = this.#keep(new MeasuredServer('web', program, { ...settings, PORT: String(port), ROLE: 'web' }));
    await server.message((message) => message.ready);
    return { server, url: `http://127.0.0.1:${port}` };
  }

  async startWorker() {
    const worker = this.#keep(new MeasuredServer('worker', program, { ...this.#env, ROLE: 'worker' }));
    await worker.message((message) => message.ready);
    return worker;
  }

  async stop() {
    for (const child of this.#children.reverse()) await child.stop();
    this.#graph?.close();
    if (!this.#given) return;
    const client = await new MongoClient(this.databaseUri).connect();
    await client.db().dropDatabase();
    await client.close();
  }
}

function withDatabase(uri, name) {
  const url = new URL(uri);
  url.pathname = `/${name.replaceAll('-', '_')}`;
  return url.href;
}

async function call(url, path, body, token, headers = {}) {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Connects a Facebook page and a WhatsApp number. */
async function connect(url, token, { pageId, numberId }) {
  const page = { provider: 'facebook', external_id: pageId, token: `page-${pageId}` };
  const account = { account_id: accountOf(numberId), token: `page-${numberId}` };
  for (const connection of [page, { provider: 'whatsapp', external_id: numberId, ...account }])
    await call(url, '/v1/connections', connection, token);
}

/** Opens so many chats; the tokens of their visitors. */
export async function openChats(url, { publishableKey, origin: site }, amount) {
  const open = () => call(url, '/v1/chat/sessions', { language: 'nb' }, publishableKey, { origin: site });
  const tokens = [];
  while (tokens.length < amount) tokens.push((await open()).token);
  return tokens;
}

/** Signs a dealership up, with its keys, and connects a Facebook page and a WhatsApp number where they are given. */
export async function signUp(url, name, connected) {
  const account = { email: `${name}@dealer.example`, password: 'en lang setning er best', name: 'Rep' };
  const { access_token: token, dealership } = await call(url, '/v1/auth/signup', { ...account, dealership_name: name });
  const settings = await call(url, '/v1/dealership', undefined, token);
  const key = (fields) => call(url, '/v1/api-keys', { mode: 'live', ...fields }, token);
  const secret = await key({ name: 'Secret', kind: 'secret', scopes: ['leads:read', 'leads:write'] });
  const publishable = await key({ name: 'Site', kind: 'publishable', allowed_origins: [origin] });
  if (connected) await connect(url, token, connected);
  return {
    id: dealership.id,
    ...connected,
    origin,
    formId: settings.default_form_id,
    mailbox: settings.inbound_email.address,
    inboundToken: settings.inbound_email.webhook_path.split('/').at(-1),
    secretKey: secret.key,
    publishableKey: publishable.key,
  };
}
