// Imports the leads of a marketplace's feed. Run it as often as you like: each entry becomes one lead.
//
//   NORVALT_URL=https://norvalt.example NORVALT_API_KEY=sk_… node import-leads.mjs feed.json
import { appendFile, readFile } from 'node:fs/promises';
import { BadRequestError, Norvalt, UnprocessableEntityError } from '@norvalt/sdk';

const [, , feedFile = 'feed.json'] = process.argv;
const { NORVALT_URL = '', NORVALT_API_KEY = '' } = process.env;
const norvalt = new Norvalt({ baseUrl: NORVALT_URL, apiKey: NORVALT_API_KEY });

/** One entry of the feed as Norvalt wants it. What we do not know is left out, not sent empty. */
function toLead(entry) {
  return {
    source_detail: 'Torget',
    customer: { name: entry.name, email: entry.email, ...(entry.phone ? { phone: entry.phone } : {}) },
    vehicle_interest: entry.car,
    message: entry.text,
    tags: ['torget'],
  };
}

// What was imported is noted beside the feed: a key is remembered for a day, a feed may hold an entry for months. One note
// for each server and mode, so that a try with a test key leaves everything to be imported for good.
const [, mode] = NORVALT_API_KEY.split('_');
const doneFile = `${feedFile}.${new URL(NORVALT_URL).host.replace(':', '-')}.${mode}.imported`;
const noted = await readFile(doneFile, 'utf8').catch((error) => {
  if (error.code !== 'ENOENT') throw error;
  return '';
});
const done = new Set(noted.split('\n'));

let refused = 0;
for (const entry of JSON.parse(await readFile(feedFile, 'utf8'))) {
  if (done.has(String(entry.id))) continue;
  try {
    // The marketplace's own id is the key: an entry sent again because we died before we noted it is the same lead.
    const lead = await norvalt.leads.create(toLead(entry), { idempotencyKey: `torget ${entry.id}` });
    await appendFile(doneFile, `${entry.id}\n`);
    console.log(`${entry.id} ${lead.status === 'accepted' ? `stored as ${lead.arrival_id}` : lead.id}`);
  } catch (error) {
    // One bad entry must not stop the others; anything else (a wrong key, no connection) concerns them all.
    if (!(error instanceof BadRequestError || error instanceof UnprocessableEntityError)) throw error;
    refused += 1;
    console.error(
      `${entry.id} refused: ${error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ')}`,
    );
  }
}
process.exitCode = refused > 0 ? 1 : 0;
