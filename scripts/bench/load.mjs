import autocannon from 'autocannon';

const connections = 16;

/**
 * Sends so many posts and waits for every answer.
 * @param target `{url, next}`: where to, and what makes the path, headers and body of the next post
 * @param perSecond the rate to keep; as fast as it goes when left out
 * @returns how many were accepted, how many were not, per second, and the response times in milliseconds
 */
export async function post(target, amount, perSecond) {
  const times = [];
  const run = autocannon({
    url: target.url,
    amount,
    connections: Math.min(connections, amount, perSecond ? Math.max(1, Math.ceil(perSecond / 2)) : connections),
    ...(perSecond ? { overallRate: perSecond } : {}),
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, method: 'POST', ...target.next() }) }],
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const startedAt = performance.now();
  const result = await run;
  const seconds = (performance.now() - startedAt) / 1000;
  const answered = times.length;
  const accepted = result['2xx'];
  return { accepted, refused: amount - accepted, answered, perSecond: answered / seconds, times };
}

/** The value that so many percent of the values do not exceed. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 50);

export function printTable(rows) {
  const [firstWidth, ...widths] = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)) + (at ? 3 : 0));
  for (const [first, ...others] of rows)
    console.log(first.padEnd(firstWidth) + others.map((text, at) => text.padStart(widths[at])).join(''));
}
