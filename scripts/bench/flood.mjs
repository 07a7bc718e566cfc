// A sender in a thread of its own, so that what it does is not in the way of who measures.
import { parentPort, workerData } from 'node:worker_threads';
import { plainFormTarget } from './endpoints.mjs';
import { pace } from './pace.mjs';

const { url, dealership, perSecond, seconds } = workerData;
const answers = await pace(plainFormTarget(url, dealership), perSecond, seconds);
parentPort.postMessage(answers.map((answer) => answer.status));
