import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';

const stopWithParent = pathToFileURL(path.join(root, 'scripts/lib/stop-with-parent.mjs')).href;
const START_MS = 90_000;
const MAX_STARTS = 5;
const KEPT_LINES = 60;
/** Said by a process that ends because it alone does not reach the database any more. */
const CUT_OFF = 'the database answers others, but not this process';

/** A program of the product in a process of its own that can be killed, stopped, continued and started again. */
export class ProductProcess {
  #child: ChildProcess | null = null;
  #lines: string[] = [];
  #isUp = false;
  #args: readonly string[];
  readonly #isReady: 'message' | RegExp;

  /** @param args of node: the program and its arguments, from the root of the repository */
  constructor(
    readonly name: string,
    args: readonly string[],
    isReady: 'message' | RegExp,
  ) {
    this.#args = args;
    this.#isReady = isReady;
  }

  /** Changes what is started the next time. */
  setArguments(args: readonly string[]): void {
    this.#args = args;
  }

  /** Starts it and waits until it says that it is ready; one that ends instead is started again, as a supervisor does. */
  async start(env: Record<string, string>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#startOnce(env);
        return;
      } catch (error) {
        await this.kill();
        if (tries === MAX_STARTS) throw error;
      }
    }
  }

  async #startOnce(env: Record<string, string>): Promise<void> {
    this.#lines = [];
    this.#isUp = false;
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', stopWithParent, ...this.#args], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#lines = [...this.#lines, ...text.split('\n').filter((line) => line !== '')].slice(-KEPT_LINES);
      });
    await this.#ready(child);
    this.#isUp = true;
    child.once('exit', (code) => {
      // What ends for this reason counts on its supervisor; what ends by itself for another is a fault.
      if (code === 1 && this.lastLines.includes(CUT_OFF)) this.start(env).catch(() => undefined);
    });
  }

  #ready(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`The ${this.name} did not start:\n${this.lastLines}`));
      const timer = setTimeout(fail, START_MS);
      const done = () => {
        clearTimeout(timer);
        child.off('exit', fail);
        resolve();
      };
      child.once('exit', fail);
      const isReady = this.#isReady;
      if (isReady === 'message') child.once('message', done);
      else child.stdout?.on('data', () => isReady.test(this.lastLines) && done());
    });
  }

  /** Lets it fail at a named place from now on, instead of where it did before; resolves when it knows. */
  async arm(failpoints: string): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        child.off('exit', done).off('message', done);
        resolve();
      };
      // One that dies meanwhile is past being armed.
      child.on('exit', done).on('message', done);
      child.send({ failpoints }, () => undefined);
    });
  }

  /** What it printed last. */
  get lastLines(): string {
    return this.#lines.join('\n');
  }

  /** Whether it runs and has said that it is ready. */
  get isUp(): boolean {
    return this.isRunning && this.#isUp;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Sends a signal to this one process. */
  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.#child?.kill(signal);
  }

  /** Waits until it has ended by itself or by a signal. */
  async ended(): Promise<void> {
    const child = this.#child;
    if (child && this.isRunning) await once(child, 'exit');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended();
  }

  /** Asks it to stop, as a deployment does; the exit code. */
  async stop(): Promise<number | null> {
    this.signal('SIGTERM');
    await this.ended();
    return this.#child?.exitCode ?? null;
  }
}
