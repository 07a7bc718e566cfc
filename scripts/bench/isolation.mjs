import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { plainFormTarget } from './endpoints.mjs';
import { percentile, post } from './load.mjs';
import { pace } from './pace.mjs';

const rounds = 6;
const steadyPerSecond = 8;
const quotaPerMinute = 600;
const times = 10;

/** Floods for so many seconds; the statuses that came back. */
async function flood(worker, seconds) {
  worker.postMessage(seconds);
  const [statuses] = await once(worker, 'message');
  return statuses;
}

const millisecondsOf = (answers) => answers.map((answer) => answer.milliseconds);

/**
 * Lets one dealership be posted to steadily, in turn alone and while a sender posts ten times its quota to another one.
 * @returns the p95 over all posts to the first one in milliseconds, alone and beside the other; what became of the rest
 */
export async function measureIsolation(web, steady, flooded, roundSeconds) {
  const perSecond = Math.ceil((quotaPerMinute * times) / 60);
  const seconds = Math.max(5, roundSeconds);
  const mine = plainFormTarget(web.url, steady);
  const steadily = () => pace(mine, steadyPerSecond, seconds);
  const worker = new Worker(new URL('./flood.mjs', import.meta.url), {
    workerData: { url: web.url, dealership: flooded, perSecond },
  });
  // The other's burst spent, and everything compiled, at both ends.
  await post(plainFormTarget(web.url, flooded), quotaPerMinute);
  await Promise.all([steadily(), flood(worker, seconds)]);
  const alone = [];
  const beside = [];
  let refusedByQuota = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push(...(await steadily()));
    const flooding = flood(worker, seconds);
    beside.push(...(await steadily()));
    refusedByQuota += (await flooding).filter((status) => status === 429).length;
  }
  await worker.terminate();
  const notTaken = [...alone, ...beside].filter((answer) => answer.status !== 200).length;
  return {
    alone: percentile(millisecondsOf(alone), 95),
    beside: percentile(millisecondsOf(beside), 95),
    perSecond,
    quotaPerMinute,
    refusedByQuota,
    notTaken,
  };
}
