import type { Norvalt } from '@norvalt/sdk';
import type { Customer } from '../posts/post.ts';
import type { Cluster } from './cluster.ts';
import { clientOf, type Dealership } from './dealership.ts';
import { until } from './until.ts';

type Leads = Awaited<ReturnType<Norvalt['leads']['list']>>['data'];
type Messages = Awaited<ReturnType<Norvalt['leads']['messages']['list']>>['data'];
type Arrivals = Awaited<ReturnType<Norvalt['arrivals']['list']>>['data'];

/** What a dealership sees of itself by the API. */
export interface View {
  dealership: Dealership;
  leads: { lead: Leads[number]; messages: Messages }[];
  arrivals: Arrivals;
  /** The leads that a person was told to look at. */
  escalated: ReadonlySet<string>;
}

/** Longer than a provider that knows nothing of a message is asked for, and than any wait between tries. */
const LONGEST_WAIT_MS = 240_000;
/** The states of a message that something still has to be done about. */
export const UNFINISHED: readonly string[] = ['pending', 'sending', 'unknown'];

async function readLeads(cluster: Cluster, dealership: Dealership, q?: string): Promise<View['leads']> {
  const client = clientOf(cluster, dealership);
  const found: View['leads'] = [];
  for await (const lead of client.leads.list({ limit: 100, ...(q === undefined ? {} : { q }) })) {
    const messages: Messages = [];
    for await (const message of client.leads.messages.list(lead.id, { limit: 100 })) messages.push(message);
    found.push({ lead, messages });
  }
  return found;
}

/** The lead of one customer, found by the address or the number that they gave; null while there is none. */
export async function readLead(
  cluster: Cluster,
  dealership: Dealership,
  { email, phone }: Customer,
): Promise<View['leads'][number] | null> {
  for (const contact of [email, phone]) {
    const [found] = await readLeads(cluster, dealership, contact);
    if (found) return found;
  }
  return null;
}

/** Reads everything that a dealership has. */
async function readView(cluster: Cluster, dealership: Dealership): Promise<View> {
  const client = clientOf(cluster, dealership);
  const arrivals: Arrivals = [];
  for await (const arrival of client.arrivals.list({ limit: 100 })) arrivals.push(arrival);
  const escalated = new Set<string>();
  for await (const { lead_id } of client.escalations.list({ limit: 100 })) if (lead_id !== null) escalated.add(lead_id);
  return { dealership, leads: await readLeads(cluster, dealership), arrivals, escalated };
}

function unfinishedOf({ lead, messages }: View['leads'][number]): string[] {
  return messages
    .filter(({ state }) => UNFINISHED.includes(state))
    .map(({ id, state, state_reason }) => `${id} of ${lead.id} is ${state} (${state_reason})`);
}

/** Reads everything, and throws what is still to be done. */
async function readFinished(cluster: Cluster, dealership: Dealership): Promise<View> {
  const client = clientOf(cluster, dealership);
  // The cheap question first: all of it is read only when it may be the last time.
  const pending = await client.arrivals.list({ outcome: ['pending'], limit: 10 });
  if (pending.data.length > 0) throw new Error(`${pending.data.map(({ id }) => id).join(', ')} not taken in`);
  const view = await readView(cluster, dealership);
  const waiting = view.leads.filter((entry) => unfinishedOf(entry).length > 0);
  for (const { lead } of waiting) {
    await until(
      `what is sent to ${lead.id} has come to an end`,
      async () => {
        const { data } = await client.leads.messages.list(lead.id, { limit: 100 });
        const unfinished = unfinishedOf({ lead, messages: data });
        if (unfinished.length === 0) return true;
        throw new Error(unfinished.join('; '));
      },
      LONGEST_WAIT_MS,
      500,
    );
  }
  return waiting.length > 0 ? readFinished(cluster, dealership) : view;
}

/** Waits until nothing is waiting to be taken in or sent any more; what everybody has then. */
export function settled(cluster: Cluster, dealerships: readonly Dealership[]): Promise<View[]> {
  return until(
    'everything is taken in and sent',
    () => Promise.all(dealerships.map((dealership) => readFinished(cluster, dealership))),
    LONGEST_WAIT_MS,
    1000,
  );
}
