import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';

const root = path.resolve(import.meta.dirname, '../..');
const readyMs = 90_000;

/** The signing key the product is started with, so that a test can post as Mailgun would. */
export const mailgunSigningKey = 'a signing key for tests';

/** The product as `npm start` runs it. */
export class Product {
  readonly #child: ChildProcess;
  #output = '';

  private constructor(
    readonly dataFolder: string,
    child: ChildProcess,
  ) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
  }

  /** Starts it in a data folder, on a free port, and waits until it has printed its addresses. */
  static async start(dataFolder: string, env: Record<string, string> = {}): Promise<Product> {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      // A test run must not hand its own settings on.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: dataFolder,
        PORT: '0',
        MAILGUN_SIGNING_KEY: mailgunSigningKey,
        ...databaseOf(dataFolder),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const product = new Product(dataFolder, child);
    await product.#ready();
    return product;
  }

  #ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`The product did not start:\n${this.#output}`));
      const timer = setTimeout(fail, readyMs);
      this.#child.stdout?.on('data', () => {
        if (!this.#output.includes('Ctrl-C stops everything')) return;
        clearTimeout(timer);
        resolve();
      });
      this.#child.once('close', () => {
        clearTimeout(timer);
        fail();
      });
    });
  }

  /** Everything it has printed. */
  get output(): string {
    return this.#output;
  }

  get url(): string {
    return this.#printed(/Dashboard +(http\S+)\/app\//);
  }

  /** The demo login as it is printed. */
  get demoLogin(): { email: string; password: string } {
    const [email = '', password = ''] = this.#printed(/^ +(\S+@\S+ · \S+)$/m).split(' · ');
    return { email, password };
  }

  #printed(pattern: RegExp): string {
    const [, found] = pattern.exec(this.#output) ?? [];
    if (found === undefined) throw new Error(`Nothing printed fits ${pattern}:\n${this.#output}`);
    return found;
  }

  /** Waits until it has ended; the exit code, null when a signal ended it. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  /** Presses Ctrl-C and waits; the exit code. */
  stop(): Promise<number | null> {
    this.#child.kill('SIGINT');
    return this.ended();
  }

  /** Kills the starting process as a crash would. */
  async crash(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended();
  }
}

/** Makes a data folder that is thrown away by `remove`. */
export async function makeDataFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-story-'));
  return {
    folder,
    async remove() {
      const uri = databaseOf(folder).MONGODB_URI;
      if (uri) {
        const client = new MongoClient(uri);
        await client.db().dropDatabase();
        await client.close();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** With `TEST_MONGODB_URI` the product runs on that server, in a database named after its data folder. */
function databaseOf(dataFolder: string): { MONGODB_URI?: string } {
  const given = process.env.TEST_MONGODB_URI;
  if (!given) return {};
  const uri = new URL(given);
  uri.pathname = `/${path.basename(dataFolder).replaceAll('-', '_')}`;
  return { MONGODB_URI: uri.href };
}
