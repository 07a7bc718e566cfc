import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findPort } from './find-port.mjs';
import { readSecrets } from './read-secrets.mjs';
import { SupervisedProcess } from './supervised-process.mjs';

const databaseName = 'norvalt';
const warnLevel = 40;
const anyAddress = new Set(['0.0.0.0', '::']);

/** Something that a person can mend; its message is all they need to see. */
export class StartProblem extends Error {}

/** The product as it runs on one machine: the embedded database and the API with its worker. */
export class Product {
  #settings;
  #production;
  #onDeath;
  #environment;
  #database = null;
  #api = null;
  #log = null;

  /**
   * @param settings environment variables
   * @param onDeath is called with a process that ended without having been asked to, and how it ended
   */
  constructor(settings, onDeath) {
    this.#settings = settings;
    this.#production = settings.NODE_ENV === 'production';
    this.#onDeath = onDeath;
    this.dataFolder = path.resolve(settings.DATA_DIR ?? '.data');
  }

  /**
   * Starts the database, where none is given, and then the API.
   * @returns the address of the API and the demo login, where there is one
   * @throws StartProblem
   */
  async start() {
    const port = await this.#freePort();
    const host = this.#settings.HOST ?? '127.0.0.1';
    this.url = `http://${anyAddress.has(host) || host === '127.0.0.1' ? 'localhost' : host}:${port}`;
    this.#environment = { ...this.#settings, PORT: String(port), DATA_DIR: this.dataFolder };
    // In production nothing is made up: the API itself refuses to start and lists what is missing.
    if (!this.#production) {
      Object.assign(this.#environment, await readSecrets(this.dataFolder, this.#settings));
      this.#environment.SERVE_DEMO ??= 'true';
      this.#environment.MONGODB_URI ??= await this.#startDatabase();
      this.#log = createWriteStream(path.join(this.dataFolder, 'api.log'), { mode: 0o600 });
    }
    return this.startApi();
  }

  async #freePort() {
    const asked = Number(this.#settings.PORT ?? 3000);
    const port = await findPort(asked, this.#settings.HOST ?? '127.0.0.1');
    if (port !== null) return port;
    throw new StartProblem(
      `Port ${asked} is in use by another program. Stop that one, or choose another port: PORT=${asked + 1} npm start`,
    );
  }

  async #startDatabase() {
    await mkdir(this.dataFolder, { recursive: true, mode: 0o700 });
    const portFile = path.join(this.dataFolder, 'db-port');
    // The port stays the same from start to start, so that a database tool finds it again.
    const remembered = Number(await readFile(portFile, 'utf8').catch(() => '0')) || 0;
    const port = (await findPort(remembered, '127.0.0.1')) ?? 0;
    const program = ['packages/embedded-mongo/dist/cli.js', '--dbpath', path.join(this.dataFolder, 'db')];
    this.#database = new SupervisedProcess('database', [...program, '--port', String(port)], {
      env: this.#settings,
      onDeath: this.#onDeath,
    });
    const listening = await this.#database.line(/listening on (mongodb:\/\/\S+:(\d+))/);
    if (listening === null) throw new StartProblem(`The database did not start:\n${this.#database.lastLines}`);
    await writeFile(portFile, listening[2]);
    return `${listening[1]}/${databaseName}?directConnection=true`;
  }

  /**
   * Starts the API and waits until it can serve.
   * @throws StartProblem
   */
  async startApi() {
    this.#api = new SupervisedProcess('API', ['packages/api/dist/server.js'], {
      env: this.#environment,
      onLine: (line) => this.#logged(line),
      onDeath: this.#onDeath,
    });
    const ready = await this.#api.message((message) => message.ready === true);
    if (ready === null) throw new StartProblem(`The API did not start:\n${this.#api.lastLines}`);
    const answer = await fetch(`${this.url}/health/ready`);
    if (!answer.ok) throw new StartProblem(`The API is not ready: ${await answer.text()}`);
    return { demoLogin: ready.demoLogin ?? null };
  }

  /** The whole log goes to a file; on the screen stays what somebody should look at. */
  #logged(line) {
    if (this.#log === null) {
      process.stdout.write(`${line}\n`);
      return;
    }
    this.#log.write(`${line}\n`);
    if (!line.startsWith('{')) return;
    const { level, msg, err } = JSON.parse(line);
    if (level >= warnLevel) process.stderr.write(`API: ${msg}${err?.message ? `: ${err.message}` : ''}\n`);
  }

  /** Ends the API and starts it again. */
  async restartApi() {
    await this.#api?.stop();
    return this.startApi();
  }

  /** Stops the API first, so that it can put away what it is doing, and then the database. */
  async stop() {
    await this.#api?.stop();
    await this.#database?.stop();
  }

  /** Ends both at once. */
  kill() {
    this.#api?.kill();
    this.#database?.kill();
  }
}
