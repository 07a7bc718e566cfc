import { chatOf } from '../posts/chat-visitor.ts';
import type { Customer } from '../posts/post.ts';
import type { Sent } from '../stubs/sent.ts';
import type { Cluster } from './cluster.ts';
import type { Dealership } from './dealership.ts';
import type { Posted } from './sender.ts';
import { UNFINISHED, type View } from './views.ts';

/** Somebody said STOP, or pressed unsubscribe, and it was answered 2xx. */
export interface Silenced {
  dealership: Dealership;
  channel: Sent['channel'];
  address: string;
  acceptedAt: number;
}

/** What is wrong: each fault in words that lead to its lead or message. */
export interface Verdict {
  accepted: number;
  lost: string[];
  duplicates: string[];
  crossTenant: string[];
  afterStop: string[];
}

/** Everything that a run knows when it is over. */
export interface Evidence {
  cluster: Cluster;
  dealerships: readonly Dealership[];
  posted: readonly Posted[];
  silenced: readonly Silenced[];
  /** Those whose lead was deleted: of them nothing has to be there. */
  erased: readonly Customer[];
}

/**
 * What was connected to the provider this long after a STOP was answered had been asked for before: the last look at the
 * suppression list and the call are not one step.
 */
const STOP_GRACE_MS = 1000;
/** The states of a message that its provider has. */
const SENT: readonly string[] = ['sent', 'delivered', 'read'];

function textsOf({ lead, messages }: View['leads'][number]): string[] {
  return [lead.message, ...lead.submissions.map(({ message }) => message), ...messages.map(({ text }) => text)];
}

const holds = (view: View['leads'][number], token: string) => textsOf(view).some((text) => text.includes(token));

function findLost({ posted, erased }: Evidence, views: readonly View[]): string[] {
  const lost: string[] = [];
  for (const { post, acceptedAt } of posted) {
    if (acceptedAt === null || erased.includes(post.customer)) continue;
    const view = views.find(({ dealership }) => dealership.id === post.dealership.id);
    const { token, customer } = post;
    const isThere =
      token === null
        ? view?.leads.some(({ lead }) => lead.customer.phone === customer.phone)
        : view?.leads.some((entry) => holds(entry, token)) ||
          view?.arrivals.some(({ excerpt, outcome }) => outcome === 'quarantined' && excerpt.includes(token));
    if (!isThere)
      lost.push(`${post.channel} ${token ?? customer.phone} for ${post.dealership.name} was accepted and is nowhere`);
  }
  return lost;
}

/** What the API says was sent has to be in the ledger of the provider, and in no other state for ever. */
function findUnsent({ cluster }: Evidence, views: readonly View[]): string[] {
  const ids = new Set(cluster.sent.map(({ id }) => id));
  const follows = ({ customer }: View['leads'][number]['lead']) =>
    cluster.visitors.some((visitor) => !visitor.isOver && customer.emails.includes(visitor.customer.email));
  // Each line of a ledger stands for one message: what went out once does not vouch for a second one.
  const ledgers = countBy(
    cluster.sent.map(({ to, text }) => ({ to: bare(to), text })),
    ({ to }) => to,
  );
  const isTaken = (recipient: string, text: string) => {
    const ledger = ledgers.get(bare(recipient)) ?? [];
    const line = ledger.findIndex((sent) => says(sent.text, text));
    if (line >= 0) ledger.splice(line, 1);
    return line >= 0;
  };
  return views.flatMap((view) =>
    view.leads.flatMap(({ lead, messages }) =>
      messages
        .filter(({ direction }) => direction === 'outbound')
        .filter(({ id, channel, state, recipient, text }) => {
          if (UNFINISHED.includes(state)) return true;
          if (!SENT.includes(state)) return false;
          if (channel === 'chat') return follows(lead) && !ids.has(id);
          return !isTaken(recipient ?? '', text);
        })
        .map(
          ({ id, state, recipient }) =>
            `${id} of ${lead.id} to ${recipient ?? 'the chat'} is ${state}, and the provider does not have it`,
        ),
    ),
  );
}

/** Who asked has an answer, has said that there shall be none, or waits for a person, who was told. */
function findUnanswered({ posted, silenced, erased }: Evidence, views: readonly View[]): string[] {
  const quiet = new Set(silenced.map(({ address }) => bare(address)));
  return views.flatMap(({ leads, escalated }) =>
    leads
      .filter(({ lead: { customer } }) => {
        const contacts = [...customer.emails, ...customer.phones];
        const asked = posted.find(
          ({ post }) => contacts.includes(post.customer.email) || contacts.includes(post.customer.phone),
        );
        return asked && !erased.includes(asked.post.customer) && !contacts.some((contact) => quiet.has(bare(contact)));
      })
      .filter(({ lead, messages }) => {
        const outbound = messages.filter(({ direction }) => direction === 'outbound');
        const isSent = outbound.some(({ state }) => SENT.includes(state));
        return !isSent && lead.handled_by === 'assistant' && !escalated.has(lead.id);
      })
      .map(({ lead, messages }) => {
        const why = messages.filter(({ direction }) => direction === 'outbound').map((message) => message.state_reason);
        return `${lead.id} of ${lead.customer.email ?? lead.customer.phone} was never answered (${why.join('; ')})`;
      }),
  );
}

/** A stream that is taken up where it broke off tells of every message once, in order, without a gap. */
function findChatGaps({ cluster }: Evidence): string[] {
  return cluster.visitors.flatMap(({ customer, heard }) =>
    heard.flatMap(({ id, position }, at) =>
      position === at + 1 ? [] : [`${id} at ${position} came as number ${at + 1} of the chat of ${customer.email}`],
    ),
  );
}

/** A number with or without its plus is the same one. */
const bare = (address: string) => address.replace(/^\+/, '');

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether what went out has every line of a message; a mail has the signature and the way to unsubscribe as well. */
export function says(sent: string, text: string): boolean {
  return text.split('\n').every((line) => plain(sent).includes(plain(line)));
}

function findDuplicateLeads(views: readonly View[]): string[] {
  return views.flatMap(({ dealership, leads }) => {
    const seen = new Map<string, string>();
    return leads.flatMap(({ lead, messages }) => {
      const who = [...lead.customer.emails, ...lead.customer.phones];
      const other = who.map((contact) => seen.get(contact)).find((id) => id !== undefined);
      for (const contact of who) seen.set(contact, lead.id);
      const inbound = messages.filter(({ direction }) => direction === 'inbound').map(({ text }) => text);
      const twice = inbound.filter((text, at) => /ref[a-z]{5}/.test(text) && inbound.indexOf(text) !== at);
      return [
        ...(other === undefined ? [] : [`${lead.id} and ${other} of ${dealership.name} are one customer`]),
        ...twice.map((text) => `${lead.id} of ${dealership.name} has "${text}" twice`),
      ];
    });
  });
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** A send key is accepted once, and no customer gets more answers than they asked questions. */
function findDuplicateSends({ cluster, posted }: Evidence): string[] {
  const twice = [...countBy(cluster.sent, ({ channel, sendKey }) => `${channel} ${sendKey}`)]
    .filter(([, taken]) => taken.length > 1)
    .map(([key, taken]) => `${key} was taken ${taken.length} times: ${taken.map(({ to }) => to).join(', ')}`);
  const questions = new Map<string, number>();
  for (const { post } of posted)
    for (const address of [post.customer.email, post.customer.phone, chatOf(post.customer)])
      questions.set(address, (questions.get(address) ?? 0) + 1);
  const tooMany = [...countBy(cluster.sent, ({ to }) => to)]
    .filter(([to, taken]) => questions.has(to) && taken.length > (questions.get(to) ?? 0))
    .map(
      ([to, taken]) =>
        `${to} asked ${questions.get(to)} times and got ${taken.length} messages: ${taken.map(({ sendKey }) => sendKey).join(', ')}`,
    );
  return [...twice, ...tooMany];
}

/** All SMS are from one number; all else is from the dealership's own address, number or chat. */
function isFrom({ channel, dealershipId, from }: Sent, owner: Dealership): boolean {
  if (channel === 'whatsapp') return from === owner.numberId;
  if (channel === 'chat') return from === owner.id;
  return channel === 'sms' || (dealershipId === owner.id && from.startsWith(owner.mailbox));
}

function findCrossTenant({ cluster, dealerships, posted }: Evidence, views: readonly View[]): string[] {
  const found: string[] = [];
  for (const { post } of posted) {
    if (post.token === null) continue;
    for (const { dealership, leads } of views) {
      if (dealership.id === post.dealership.id) continue;
      const leaked = leads.find((entry) => holds(entry, post.token ?? ''));
      if (leaked) found.push(`${post.token} for ${post.dealership.name} is in ${leaked.lead.id} of ${dealership.name}`);
    }
  }
  // Somebody may write to both: then either may answer, as itself.
  const ownersOf = new Map<string, Set<Dealership>>();
  for (const { post } of posted)
    for (const address of [post.customer.email, post.customer.phone, chatOf(post.customer)])
      ownersOf.set(address, (ownersOf.get(address) ?? new Set<Dealership>()).add(post.dealership));
  for (const sent of cluster.sent) {
    const owners = [...(ownersOf.get(sent.to) ?? [])];
    if (owners.length === 0) continue;
    const isBy = (owner: Dealership) =>
      isFrom(sent, owner) && !dealerships.some(({ id, name }) => id !== owner.id && sent.text.includes(name));
    if (!owners.some(isBy))
      found.push(
        `${sent.sendKey} to ${sent.to}, a customer of ${owners.map(({ name }) => name).join(', ')}, is another's`,
      );
  }
  return found;
}

function findAfterStop({ cluster, silenced }: Evidence): string[] {
  return silenced.flatMap(({ channel, address, acceptedAt, dealership }) =>
    cluster.sent
      .filter(
        (sent) => sent.channel === channel && sent.to === address && ['', dealership.id].includes(sent.dealershipId),
      )
      .filter((sent) => sent.connectedAt > acceptedAt + STOP_GRACE_MS)
      .map((sent) => `${sent.sendKey} to ${address} was sent ${sent.connectedAt - acceptedAt} ms after the STOP`),
  );
}

/** Judges a run that has come to rest, by the ledgers of senders and providers and by what users see. */
export function judge(evidence: Evidence, views: readonly View[]): Verdict {
  return {
    accepted: evidence.posted.filter(({ acceptedAt }) => acceptedAt !== null).length,
    lost: [
      ...findLost(evidence, views),
      ...findUnsent(evidence, views),
      ...findUnanswered(evidence, views),
      ...findChatGaps(evidence),
    ],
    duplicates: [...findDuplicateLeads(views), ...findDuplicateSends(evidence)],
    crossTenant: findCrossTenant(evidence, views),
    afterStop: findAfterStop(evidence),
  };
}

/** The one line that a run ends with. */
export function summary({ accepted, lost, duplicates, crossTenant, afterStop }: Verdict): string {
  return `acked ${accepted} lost ${lost.length} duplicates ${duplicates.length} cross-tenant ${crossTenant.length} after-stop ${afterStop.length}`;
}

/** Every fault of a verdict, a line each. */
export function faultsOf(verdict: Verdict): string[] {
  return [...verdict.lost, ...verdict.duplicates, ...verdict.crossTenant, ...verdict.afterStop];
}
