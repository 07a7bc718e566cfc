// Receives Norvalt's webhooks: checks the signature, puts the event away, answers, and only then works on it.
//
//   NORVALT_WEBHOOK_SECRET=whsec_… PORT=4000 node receiver.mjs events.jsonl
import { appendFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { WebhookVerificationError, webhooks } from '@norvalt/sdk';

const [, , file = 'events.jsonl'] = process.argv;
// Two secrets, with a space between, while one replaces the other.
const secrets = (process.env.NORVALT_WEBHOOK_SECRET ?? '').split(' ');

const stored = await readFile(file, 'utf8').catch(() => '');
const seen = new Set(
  stored
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).id),
);

/** Whatever your system does with it. An event may come late or after a newer one: `version` of a lead tells. */
function workOn(event) {
  if (event.type === 'lead.created') console.log(`New lead: ${event.data.lead.customer.name}`);
  if (event.type === 'lead.status_changed') console.log(`${event.data.lead_id} is ${event.data.to}`);
}

async function receive(request, response) {
  const event = await webhooks.verify(await buffer(request), request.headers, secrets);
  if (!seen.has(event.id)) {
    seen.add(event.id);
    try {
      await appendFile(file, `${JSON.stringify(event)}\n`);
    } catch (error) {
      // Not kept, so not answered with success: Norvalt sends it again.
      seen.delete(event.id);
      throw error;
    }
    setImmediate(workOn, event);
  }
  response.writeHead(204).end();
}

const server = createServer((request, response) => {
  receive(request, response).catch((error) => {
    const isForged = error instanceof WebhookVerificationError;
    console.error(isForged ? `Refused: ${error.message}` : error);
    response.writeHead(isForged ? 400 : 500).end();
  });
});
server.listen(Number(process.env.PORT ?? 4000), () => console.log(`Listening on port ${server.address().port}`));
