import { MongoClient } from 'mongodb';

const batch = 5000;
const slices = 10;
const pollMs = 250;

function arrival(dealershipId, number) {
  const id = `arr_BACKLOG${String(number).padStart(8, '0')}`;
  const receivedAt = new Date(Date.now() - 3_600_000);
  const email = `backlog.${number}@example.com`;
  const message = `Er bilen fortsatt til salgs? Kunde ${number}`;
  return {
    _id: id,
    dealership_id: dealershipId,
    channel: 'website',
    key: id,
    replay_key: id,
    test: false,
    // Written down by a colleague: nobody is to be answered, so that taking in is all there is to do.
    payload: {
      kind: 'form',
      source: 'website',
      sourceDetail: null,
      channel: 'website',
      name: 'Ola Nordmann',
      email,
      phone: null,
      message,
      vehicleInterest: null,
      vehicleId: null,
      language: 'nb',
      sourceUrl: null,
      utm: {},
      consents: [],
      tags: [],
      metadata: {},
      quiet: true,
      writtenDownBy: null,
      trapped: false,
    },
    state: 'received',
    outcome: 'pending',
    lead_id: null,
    from: email,
    subject: null,
    excerpt: message,
    label: null,
    confidence: null,
    reasons: [],
    promoted: false,
    owner: null,
    lease_until: receivedAt,
    fence: 1,
    attempts: 0,
    error: null,
    received_at: receivedAt,
  };
}

async function fill(arrivals, dealershipId, amount) {
  for (let at = 0; at < amount; at += batch) {
    const count = Math.min(batch, amount - at);
    await arrivals.insertMany(Array.from({ length: count }, (_, index) => arrival(dealershipId, at + index)));
  }
}

/**
 * Puts so many arrivals into the database that nobody has worked on, lets workers loose, and watches.
 * @returns seconds in all, processor time per item in microseconds for each tenth, items that were worked on twice, and
 * leads that are missing
 */
export async function drainBacklog(uri, dealershipId, amount, startWorkers) {
  const client = await new MongoClient(uri).connect();
  const db = client.db('norvalt');
  const arrivals = db.collection('arrivals');
  await fill(arrivals, dealershipId, amount);
  const workers = await startWorkers();
  const cpu = async () => (await Promise.all(workers.map((worker) => worker.cpuMicros()))).reduce((a, b) => a + b);
  const left = () => arrivals.countDocuments({ state: 'received' });
  const startedAt = performance.now();
  const costs = [];
  let [doneBefore, cpuBefore] = [0, await cpu()];
  for (let done = 0; done < amount; ) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    done = amount - (await left());
    if (done - doneBefore < amount / slices && done < amount) continue;
    const cpuNow = await cpu();
    if (done > doneBefore) costs.push((cpuNow - cpuBefore) / (done - doneBefore));
    [doneBefore, cpuBefore] = [done, cpuNow];
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const twice = await arrivals.countDocuments({ _id: /^arr_BACKLOG/, attempts: { $ne: 1 } });
  const leads = await db.collection('leads').countDocuments({ _id: /^lead_BACKLOG/ });
  await client.close();
  return { seconds, costs, twice, missing: amount - leads };
}
