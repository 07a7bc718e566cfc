import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDataFolder, Product } from './support/start-product.ts';

const root = path.resolve(import.meta.dirname, '..');
const patient = { timeout: 40_000, interval: 100 };
/** These are about the embedded database, whatever server the run is for. */
const embedded = { MONGODB_URI: '' };

let data: Awaited<ReturnType<typeof makeDataFolder>>;

beforeEach(async () => {
  data = await makeDataFolder();
});
afterEach(async () => {
  await data.remove();
});

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function portsOf(product: Product): Promise<number[]> {
  return [Number(new URL(product.url).port), Number(await readFile(path.join(data.folder, 'db-port'), 'utf8'))];
}

const listening = (ports: number[]) => async () => Promise.all(ports.map(isListening));

it('leaves nothing running when it is killed', async () => {
  const product = await Product.start(data.folder, embedded);
  const ports = await portsOf(product);
  expect(await listening(ports)()).toEqual([true, true]);
  await product.crash();
  await expect.poll(listening(ports), patient).toEqual([false, false]);
});

it('says which part died, stops the rest and ends with 1', async () => {
  const product = await Product.start(data.folder, embedded);
  const ports = await portsOf(product);
  const lock = await readFile(path.join(data.folder, 'db/embedded-mongo.lock'), 'utf8');
  process.kill(Number.parseInt(lock, 10), 'SIGKILL');
  expect(await product.ended()).toBe(1);
  expect(product.output).toContain('The database ended by itself (SIGKILL)');
  expect(await listening(ports)()).toEqual([false, false]);
});

it('keeps its secrets for the owner alone, and the same from start to start', async () => {
  const file = path.join(data.folder, 'secrets.json');
  const first = await Product.start(data.folder, embedded);
  const secrets = await readFile(file, 'utf8');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await first.stop()).toBe(0);
  const second = await Product.start(data.folder, embedded);
  expect(await readFile(file, 'utf8')).toBe(secrets);
  expect(await second.stop()).toBe(0);
});

async function runStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: data.folder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { code, said };
}

it('says so when the port is taken, and the way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, said } = await runStart({ PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is in use`);
  expect(said).toContain(`PORT=${port + 1} npm start`);
});

it('refuses to start in production without secrets, and lists all that miss', async () => {
  const { code, said } = await runStart({ NODE_ENV: 'production', PORT: '0' });
  expect(code).toBe(1);
  for (const name of ['PUBLIC_URL', 'MONGODB_URI', 'JWT_SECRET', 'ENCRYPTION_KEY', 'MAILGUN_API_KEY', 'MAILGUN_DOMAIN'])
    expect(said).toContain(`${name} is missing`);
});
