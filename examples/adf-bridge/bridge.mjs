// Takes ADF files that an older system drops in a folder, and posts them to Norvalt. Run it from a timer, or by hand.
//
//   NORVALT_URL=https://norvalt.example NORVALT_API_KEY=sk_… node bridge.mjs ./inbox
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

const [, , inbox = 'inbox'] = process.argv;
const { NORVALT_URL, NORVALT_API_KEY } = process.env;

/** Posts one document; throws when it has to be tried again later. */
async function post(document) {
  const response = await fetch(new URL('/v1/adf', NORVALT_URL), {
    method: 'POST',
    headers: { authorization: `Bearer ${NORVALT_API_KEY}`, 'content-type': 'application/xml' },
    body: document,
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.json().catch(() => ({}));
  // 400, 413, 415 and 422 say that this document will never do. The rest is about us, not about it.
  const isHopeless = [400, 413, 415, 422].includes(response.status);
  if (!response.ok && !isHopeless) throw new Error(`${response.status} ${answer.detail ?? ''}`);
  return { ok: response.ok, answer };
}

await Promise.all(['done', 'refused'].map((name) => mkdir(path.join(inbox, name), { recursive: true })));
const names = (await readdir(inbox)).filter((name) => /\.(?:xml|adf)$/i.test(name)).sort();
for (const name of names) {
  try {
    const { ok, answer } = await post(await readFile(path.join(inbox, name)));
    // Only now: a file is never moved before its lead is safe. Posted twice it is still one lead, by its own id.
    await rename(path.join(inbox, name), path.join(inbox, ok ? 'done' : 'refused', name));
    const leads = (answer.data ?? []).map((taken) => taken.lead_id ?? taken.arrival_id);
    console.log(`${name} ${ok ? leads.join(' ') : `refused: ${answer.detail}`}`);
  } catch (error) {
    console.error(`${name} stays where it is: ${error.message}`);
    process.exitCode = 1;
  }
}
