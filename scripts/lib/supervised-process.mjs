import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

const keptLines = 20;
const stopWithParent = pathToFileURL(path.join(root, 'scripts/lib/stop-with-parent.mjs')).href;

/** A program of the product that runs beside this one and never outlives it. */
export class SupervisedProcess {
  #child;
  #exit;
  #stopping = false;
  #lastLines = [];
  #listeners = new Set();

  /**
   * @param name what people call it
   * @param args of node: the program and its arguments
   * @param onLine gets each line it prints
   * @param onDeath is called when it ends without having been asked to
   */
  constructor(name, args, { env, onLine, onDeath }) {
    this.name = name;
    if (onLine) this.#listeners.add(onLine);
    // A process group of its own keeps Ctrl-C away from it, so that the order of stopping is ours.
    this.#child = spawn(process.execPath, ['--enable-source-maps', '--import', stopWithParent, ...args], {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.#heard(line));
    }
    this.#exit = once(this.#child, 'close').then(([code, signal]) => {
      if (!this.#stopping) onDeath?.(this, signal ?? `exit code ${code}`);
    });
  }

  #heard(line) {
    this.#lastLines = [...this.#lastLines.slice(1 - keptLines), line];
    for (const listener of this.#listeners) listener(line);
  }

  /** What it printed last. */
  get lastLines() {
    return this.#lastLines.join('\n');
  }

  /** Resolves with the first message it sends that `matches`, or with null when it ends before. */
  message(matches) {
    return new Promise((resolve) => {
      const listener = (message) => {
        if (!matches(message)) return;
        this.#child.off('message', listener);
        resolve(message);
      };
      this.#child.on('message', listener);
      this.#exit.then(() => resolve(null));
    });
  }

  /** Sends it a message. */
  send(message) {
    this.#child.send(message);
  }

  /** Resolves with the match of the first line that `pattern` fits, or with null when it ends before. */
  line(pattern) {
    return new Promise((resolve) => {
      this.#listeners.add((line) => {
        const match = pattern.exec(line);
        if (match) resolve(match);
      });
      this.#exit.then(() => resolve(null));
    });
  }

  /** Asks it to stop and waits until it has. */
  async stop() {
    this.#stopping = true;
    this.#child.kill('SIGTERM');
    await this.#exit;
  }

  /** Ends it at once. */
  kill() {
    this.#stopping = true;
    this.#child.kill('SIGKILL');
  }
}
