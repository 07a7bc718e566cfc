import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';
import { SupervisedProcess } from '../lib/supervised-process.mjs';

const reportCpu = pathToFileURL(path.join(root, 'scripts/bench/report-cpu.mjs')).href;
const quietMicros = 4000;
const sampleMs = 200;
const longestSettleMs = 10_000;

/** A server in a process of its own whose processor time can be asked for. */
export class MeasuredServer extends SupervisedProcess {
  constructor(name, program, env) {
    super(name, ['--import', reportCpu, program], {
      env: { ...process.env, ...env },
      onDeath: (child, how) => {
        console.error(`The ${child.name} ended by itself (${how}):\n${child.lastLines}`);
        process.exit(1);
      },
    });
  }

  /** Processor time so far in microseconds. */
  async cpuMicros() {
    const answer = this.message((message) => message.cpuMicros !== undefined);
    this.send({ ask: 'cpu' });
    return (await answer).cpuMicros;
  }

  /** Processor time so far in microseconds, once it has finished what it still does in the background. */
  async settledCpuMicros() {
    const until = performance.now() + longestSettleMs;
    let before = await this.cpuMicros();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, sampleMs));
      const now = await this.cpuMicros();
      if (now - before < quietMicros || performance.now() > until) return now;
      before = now;
    }
  }
}
