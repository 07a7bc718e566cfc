// A sender in a thread of its own, so that what it does is not in the way of who measures. It floods for as many seconds
// as each message says, and answers with the statuses it got.
import { parentPort, workerData } from 'node:worker_threads';
import { plainFormTarget } from './endpoints.mjs';
import { pace } from './pace.mjs';

const { url, dealership, perSecond } = workerData;
const target = plainFormTarget(url, dealership);
parentPort.on('message', async (seconds) => {
  const answers = await pace(target, perSecond, seconds);
  parentPort.postMessage(answers.map((answer) => answer.status));
});
