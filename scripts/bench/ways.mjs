import { MongoClient } from 'mongodb';
import { floorTarget, productTargets } from './endpoints.mjs';
import { median, percentile, post, printTable } from './load.mjs';

const rounds = 3;
const warmUpPosts = 100;
const aim = 0.5;

/** One round: posts, then what they cost. */
async function measure(target, amount) {
  const before = await target.server.settledCpuMicros();
  const { accepted, answered, perSecond } = await post(target, amount);
  const cpuMicros = (await target.server.settledCpuMicros()) - before;
  target.accepted += accepted;
  target.answered += answered;
  target.costs.push(cpuMicros / answered);
  target.rates.push(perSecond);
}

async function warmUp(target, roundSeconds) {
  const { accepted, answered, perSecond } = await post(target, warmUpPosts);
  const amount = Math.max(60, Math.ceil(perSecond * roundSeconds));
  Object.assign(target, { accepted, answered, costs: [], rates: [], amount });
}

/** Measures the floor and every way in, in turn, forwards and backwards. */
export async function measureWays({ product, floor, web, dealership, roundSeconds }) {
  const bottom = { name: 'floor', kind: 'new', server: floor.server, ...floorTarget(floor.url) };
  const targets = productTargets(web.url, dealership).map((target) => ({ ...target, server: web.server }));
  for (const target of [bottom, ...targets]) await warmUp(target, roundSeconds);
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [bottom, ...targets] : [...targets.toReversed(), bottom];
    for (const target of order) await measure(target, target.amount);
    console.log(`round ${round + 1} of ${rounds}`);
  }
  const rate = Math.max(1, Math.floor(median(targets[0].rates) / 2));
  for (const target of [bottom, targets[0]]) {
    const { accepted, answered, times } = await post(target, Math.max(40, Math.ceil(rate * roundSeconds * 2)), rate);
    target.accepted += accepted;
    target.answered += answered;
    target.times = times;
  }
  await web.server.settledCpuMicros();
  const client = await new MongoClient(product.uri).connect();
  const stored = {
    posts: await client.db('floor').collection('posts').countDocuments(),
    arrivals: await client.db('norvalt').collection('arrivals').countDocuments(),
  };
  await client.close();
  return { bottom, targets, rate, stored };
}

const microseconds = (value) => `${Math.round(value)} µs`;

function row(target, bottom) {
  const { costs, rates } = target;
  return [
    `${target.name}${target.kind === 'new' ? '' : `, ${target.kind}`}`,
    microseconds(median(costs)),
    `${Math.round(Math.min(...costs))}–${Math.round(Math.max(...costs))}`,
    `${Math.round(median(rates))}/s`,
    (median(bottom.costs) / median(costs)).toFixed(2),
  ];
}

/** How many times as much another kind of post of the same way in costs. */
function ratio(targets, name, kind) {
  const cost = (wanted) => median(targets.find((one) => one.name === name && one.kind === wanted).costs);
  return cost('new') / cost(kind);
}

/** Prints what was measured; what is not as it should be. */
export function reportWays({ bottom, targets, rate, stored }) {
  const problems = [];
  console.log('');
  printTable([
    ['', 'processor time', 'from–to', 'full speed', 'of the floor'],
    ...[bottom, ...targets].map((target) => row(target, bottom)),
  ]);
  const at = ({ times }, percent) => percentile(times, percent).toFixed(1);
  console.log(`\nAt ${rate} posts a second, p50 and p95: floor ${at(bottom, 50)} and ${at(bottom, 95)} ms,`);
  console.log(`plain form ${at(targets[0], 50)} and ${at(targets[0], 95)} ms`);
  for (const { name, kind } of targets.filter((target) => target.kind !== 'new')) {
    const least = kind === 'repeated' ? 1 : 2;
    const times = ratio(targets, name, kind);
    if (times < least)
      problems.push(`${name}, ${kind}, is ${times.toFixed(2)} times as fast as a new one, not ${least}`);
  }
  const share = median(bottom.costs) / median(targets[0].costs);
  console.log(
    `Throughput of a plain form by processor time: ${share.toFixed(2)} of the floor (aim: ${aim.toFixed(2)})`,
  );
  const steady = [...bottom.costs].sort((a, b) => a - b).slice(0, -1);
  if (steady.at(-1) / steady[0] > 1.3)
    console.log('The floor itself varied by more than 30 %: measure again on a quiet machine.');
  const sum = (some) => some.reduce((total, { accepted }) => total + accepted, 0);
  const accepted =
    sum(targets.filter(({ kind }) => kind === 'new')) + targets.filter(({ kind }) => kind === 'repeated').length;
  console.log(
    `accepted by the floor ${bottom.accepted}, stored ${stored.posts}; by the product ${accepted}, stored ${stored.arrivals}`,
  );
  if (stored.posts !== bottom.accepted || stored.arrivals !== accepted)
    problems.push('what was accepted is not what is stored');
  for (const target of targets.filter(({ kind }) => kind === 'rejected'))
    if (target.accepted > 0) problems.push(`${target.name} took ${target.accepted} wrong signatures`);
  return problems;
}
