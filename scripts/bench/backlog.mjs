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

/** Watches until all is done; what each tenth cost. */
async function watch(arrivals, amount, workers) {
  const cpu = async () => (await Promise.all(workers.map((worker) => worker.cpuMicros()))).reduce((a, b) => a + b);
  const tenths = [];
  let before = { done: 0, cpuMicros: await cpu(), at: performance.now() };
  for (let done = 0; done < amount; ) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    done = amount - (await arrivals.countDocuments({ state: 'received' }));
    const isTenth = done - before.done >= amount / slices;
    if (!isTenth && done < amount) continue;
    const now = { done, cpuMicros: await cpu(), at: performance.now() };
    const items = now.done - before.done;
    // What is left after the last whole tenth is too little to say anything.
    if (isTenth)
      tenths.push({
        cpuMicros: (now.cpuMicros - before.cpuMicros) / items,
        perSecond: (items * 1000) / (now.at - before.at),
      });
    before = now;
  }
  return tenths;
}

/**
 * Puts so many arrivals into the database that nobody has worked on, lets workers loose, and watches.
 * @returns seconds in all; of each tenth, processor time per arrival in microseconds and arrivals per second; arrivals
 * that were worked on twice, and leads that are missing
 */
export async function drainBacklog(databaseUri, dealershipId, amount, startWorkers) {
  const client = await new MongoClient(databaseUri).connect();
  try {
    const db = client.db();
    const arrivals = db.collection('arrivals');
    await fill(arrivals, dealershipId, amount);
    const workers = await startWorkers();
    const startedAt = performance.now();
    const tenths = await watch(arrivals, amount, workers);
    const seconds = (performance.now() - startedAt) / 1000;
    const twice = await arrivals.countDocuments({ _id: /^arr_BACKLOG/, attempts: { $ne: 1 } });
    const leads = await db.collection('leads').countDocuments({ _id: /^lead_BACKLOG/ });
    return { seconds, tenths, twice, missing: amount - leads };
  } finally {
    await client.close();
  }
}
