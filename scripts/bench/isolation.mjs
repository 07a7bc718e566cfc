import { plainFormTarget } from './endpoints.mjs';
import { median, percentile, post } from './load.mjs';

const rounds = 5;
const steadyPerSecond = 8;
const quotaPerMinute = 600;
const times = 10;

/**
 * Lets one dealership be posted to steadily, alone and while a sender posts ten times its quota to another one.
 * @returns the p95 of the first one in milliseconds, alone and beside the other, and what became of the other's posts
 */
export async function measureIsolation(web, steady, flooded, roundSeconds) {
  const perSecond = Math.ceil((quotaPerMinute * times) / 60);
  const seconds = Math.max(2, roundSeconds);
  const mine = plainFormTarget(web.url, steady);
  const flood = plainFormTarget(web.url, flooded);
  const once = () => post(mine, steadyPerSecond * seconds, steadyPerSecond);
  await Promise.all([once(), post(flood, quotaPerMinute)]);
  const alone = [];
  const beside = [];
  let refusedByQuota = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push(percentile((await once()).times, 95));
    const flooding = post(flood, perSecond * seconds, perSecond);
    beside.push(percentile((await once()).times, 95));
    refusedByQuota += (await flooding).refused;
  }
  return { alone: median(alone), beside: median(beside), perSecond, quotaPerMinute, refusedByQuota };
}
