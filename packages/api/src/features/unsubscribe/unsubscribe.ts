import mongoose from 'mongoose';
import { normaliseEmail } from '../../channels/email-address.ts';
import { suppress, type UnsubscribeClaim } from '../../delivery/suppression.ts';
import type { PublicContext } from '../../http/request-context.ts';
import type { SimplePage } from '../../http/simple-page.ts';
import { contactKeys } from '../../intake/find-person.ts';
import { derivedId } from '../../lib/ids.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { cancelFollowUps } from '../follow-ups/cancel-follow-ups.ts';
import { addHistory } from '../leads/add-history.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import { Person } from '../leads/person-model.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { readLink } from './read-link.ts';

interface Unsubscribe {
  ctx: PublicContext;
  input: { token: string };
}

const REASON = 'The customer asked for no more messages';

async function leadsOf({ channel, address }: UnsubscribeClaim): Promise<LeadRecord[]> {
  const contact =
    channel === 'email' ? { email: normaliseEmail(address) ?? address, phone: null } : { email: null, phone: address };
  const keys = [true, false].flatMap((test) => contactKeys({ ...contact, test }));
  const people = await Person.find({ contact_keys: mongoose.trusted({ $in: keys }) }, { _id: 1 }).lean();
  const ids = people.map((person) => person._id);
  return Lead.find({ person_id: mongoose.trusted({ $in: ids }) }).lean<LeadRecord[]>();
}

/** One entry in a lead's history however often the button is pressed. */
async function stopMessages({ services }: PublicContext, claim: UnsubscribeClaim): Promise<void> {
  const leads = await leadsOf(claim);
  const test = leads.length > 0 && leads.every((lead) => lead.test);
  await suppress(services, claim.channel, claim.address, 'unsubscribed', test);
  for (const lead of leads) {
    const actor = { type: 'customer' as const, name: lead.customer.name };
    await cancelFollowUps(services, { id: lead._id, dealershipId: claim.dealershipId, test: lead.test }, REASON, actor);
    await addHistory({
      id: derivedId('hist', `unsubscribed ${claim.channel} ${lead._id}`),
      leadId: lead._id,
      type: 'unsubscribed',
      actor,
      to: claim.channel,
      occurredAt: services.clock.now(),
    });
  }
}

/**
 * Stops every message to the address of a link (RFC 8058) and calls off what was scheduled; again is no error.
 * @throws Problem 404 when we never made the link
 */
export async function unsubscribe({ ctx, input }: Unsubscribe): Promise<SimplePage> {
  const { claim, dealership } = await readLink(ctx, input.token);
  await runAsTenant(dealership._id, () => stopMessages(ctx, claim));
  const texts = PAGE_TEXTS[dealership.language];
  return {
    language: dealership.language,
    dealership: dealership.name,
    heading: texts.done,
    text: texts.doneExplanation(claim.address, dealership.name),
    button: null,
  };
}
