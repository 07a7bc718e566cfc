import autocannon from 'autocannon';

const connections = 16;
let posted = 0;

/** A form post that nobody has sent before, so that no server can answer it from memory. */
function nextBody() {
  posted += 1;
  return JSON.stringify({
    name: 'Ola Nordmann',
    email: `ola.${process.pid}.${posted}@example.com`,
    vehicle_interest: 'Volvo XC60 2022',
    message: `Hei, er bilen fortsatt til salgs? Jeg kan komme på lørdag. Hilsen kunde ${posted}`,
    source_url: 'https://dealer.example/volvo-xc60',
  });
}

/**
 * Sends so many posts and waits for every answer.
 * @param perSecond the rate to keep; as fast as it goes when left out
 * @returns how many were accepted, how many were not, per second, and the response times in milliseconds
 */
export async function post(url, amount, perSecond) {
  const times = [];
  const run = autocannon({
    url,
    amount,
    connections,
    ...(perSecond ? { overallRate: perSecond } : {}),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const startedAt = performance.now();
  const result = await run;
  const seconds = (performance.now() - startedAt) / 1000;
  const accepted = result['2xx'];
  return { accepted, refused: amount - accepted, perSecond: accepted / seconds, times };
}

/** The value that so many percent of the values do not exceed. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}
