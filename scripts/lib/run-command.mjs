import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a program in the repository and resolves with its exit code, what it printed, and how long it took. */
export function runCommand(command, args, { env = process.env, cwd = root, inherit = false } = {}) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const finish = (code) => resolve({ code, output, seconds: (performance.now() - startedAt) / 1000 });
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('error', (error) => {
      output += `${command}: ${error.message}\n`;
      finish(127);
    });
    child.once('close', (code, signal) => {
      if (signal) output += `${command} was ended by ${signal}\n`;
      finish(code ?? 1);
    });
  });
}

/** Runs jobs (functions that return promises) in order, at most `limit` at a time. */
export async function inParallel(limit, jobs) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const index = next;
      next += 1;
      results[index] = await jobs[index]();
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, jobs.length) }, worker));
  return results;
}
