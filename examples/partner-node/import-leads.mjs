// Imports the leads of a marketplace's feed. Run it as often as you like: each entry becomes one lead.
//
//   NORVALT_URL=https://norvalt.example NORVALT_API_KEY=sk_… node import-leads.mjs feed.json
import { readFile } from 'node:fs/promises';
import { BadRequestError, Norvalt, UnprocessableEntityError } from '@norvalt/sdk';

const [, , feedFile = 'feed.json'] = process.argv;
const norvalt = new Norvalt({ baseUrl: process.env.NORVALT_URL ?? '', apiKey: process.env.NORVALT_API_KEY });

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

let refused = 0;
for (const entry of JSON.parse(await readFile(feedFile, 'utf8'))) {
  try {
    // The marketplace's own id is the key: the same entry sent again, today or after a crash, answers with the same lead.
    const lead = await norvalt.leads.create(toLead(entry), { idempotencyKey: `torget ${entry.id}` });
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
