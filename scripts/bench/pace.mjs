import http from 'node:http';

function send(agent, url, { path, headers, body }) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const request = http.request(url, { agent, method: 'POST', path, headers }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, milliseconds: performance.now() - startedAt }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/**
 * Posts at even distances, whether answers have come or not: a slow answer does not thin out what is measured.
 * @param target `{url, next}`: where to, and what makes the path, headers and body of the next post
 * @returns the status and the response time in milliseconds of every post
 */
export async function pace(target, perSecond, seconds) {
  const agent = new http.Agent({ keepAlive: true });
  const startedAt = performance.now();
  const answers = [];
  try {
    for (let at = 0; at < perSecond * seconds; at += 1) {
      const dueMs = startedAt + (at * 1000) / perSecond - performance.now();
      if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      answers.push(send(agent, target.url, target.next()));
    }
    return await Promise.all(answers);
  } finally {
    agent.destroy();
  }
}
