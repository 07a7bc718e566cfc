import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { plainFormTarget } from './endpoints.mjs';
import { percentile, post } from './load.mjs';
import { pace } from './pace.mjs';

const rounds = 6;
const steadyPerSecond = 8;
const quotaPerMinute = 600;
const times = 10;

async function startFlood(workerData) {
  const worker = new Worker(new URL('./flood.mjs', import.meta.url), { workerData });
  await once(worker, 'online');
  return once(worker, 'message').then(([statuses]) => statuses);
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
  // Everything compiled and every connection open, and the other's quota spent.
  await Promise.all([steadily(), post(plainFormTarget(web.url, flooded), quotaPerMinute)]);
  const alone = [];
  const beside = [];
  let refusedByQuota = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push(...(await steadily()));
    const flooding = startFlood({ url: web.url, dealership: flooded, perSecond, seconds });
    beside.push(...(await steadily()));
    refusedByQuota += (await flooding).filter((status) => status === 429).length;
  }
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
