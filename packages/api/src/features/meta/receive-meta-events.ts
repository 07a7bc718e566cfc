import type { Request, Response } from 'express';
import mongoose from 'mongoose';
import { parseMetaJson } from '../../channels/meta/parse-meta-json.ts';
import { readMetaSignature, verifyMetaSignature } from '../../channels/meta/verify-meta-signature.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { noteWhatsAppStatus } from '../../delivery/note-whatsapp-status.ts';
import { noteDealership } from '../../http/inbound-trace.ts';
import { Problem } from '../../http/problem.ts';
import { rateLimitsOf, spend } from '../../http/rate-limit.ts';
import { readBody } from '../../http/read-body.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { obeyWhatsAppCommand } from '../../intake/take-in-whatsapp.ts';
import { ECHO_KEPT_MS } from '../../intake/waiting-echoes.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { inLanes } from '../../lib/in-lanes.ts';
import type { Services } from '../../services.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import { ConnectionAddress, type ConnectionAddressRecord } from '../connections/address-model.ts';
import { isSettled } from '../connections/claim-address.ts';
import { noteEvent } from '../connections/connection-health.ts';
import { type MetaChange, type MetaPost, readMetaChanges } from './read-meta-changes.ts';
import type { WhatsAppStatus } from './read-whatsapp-changes.ts';
import { recordChange } from './record-change.ts';
import { Unclaimed } from './unclaimed-model.ts';
import { workOnRecorded } from './work-on-recorded.ts';

const MAX_BYTES = 8 * 1024 * 1024;
const RETRY_LATER = { 'Retry-After': '30' };
const UNCLAIMED_KEPT_MS = 30 * DAY_MS;
const LANES = 8;

/** What of a post belongs to one dealership. */
interface Share {
  dealershipId: string;
  connectionIds: Set<string>;
  changes: MetaChange[];
  statuses: WhatsAppStatus[];
}

async function readPost(ctx: PublicContext, request: Request): Promise<MetaPost> {
  const { meta } = ctx.services.env;
  if (meta === null)
    throw new Problem('unavailable', { detail: 'There is no app at Meta here.', headers: RETRY_LATER });
  const signature = readMetaSignature(request.get('x-hub-signature-256'));
  const body = signature && (await readBody(request, MAX_BYTES, 'A post of Meta is never this large.'));
  if (!signature || !body || !verifyMetaSignature(body, signature, meta.appSecrets))
    throw new Problem('forbidden', { detail: 'The signature does not match.' });
  try {
    return readMetaChanges(parseMetaJson(body.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem('malformed_json');
    throw error;
  }
}

/** Whose the pages and numbers are, by their addresses; those that are just being connected are nobody's yet. */
async function ownersOf(addresses: readonly string[]): Promise<Map<string, ConnectionAddressRecord>> {
  const claims = await ConnectionAddress.find({ _id: mongoose.trusted({ $in: [...addresses] }) }).lean<
    ConnectionAddressRecord[]
  >();
  const settled = await Promise.all(claims.map(isSettled));
  return new Map(claims.filter((_, index) => settled[index]).map((claim) => [claim._id, claim]));
}

/** Sorts what was posted by whose it is; the rest is nobody's yet. */
async function shareOut({ changes, statuses }: MetaPost): Promise<{ shares: Share[]; nobodys: MetaChange[] }> {
  const owners = await ownersOf([...new Set([...changes, ...statuses].map(({ address }) => address))]);
  const shares = new Map<string, Share>();
  const nobodys: MetaChange[] = [];
  const shareOf = (address: string): Share | null => {
    const owner = owners.get(address);
    if (!owner) return null;
    const { dealership_id: dealershipId, connection_id: connectionId } = owner;
    const share = shares.get(dealershipId) ?? { dealershipId, connectionIds: new Set(), changes: [], statuses: [] };
    share.connectionIds.add(connectionId);
    shares.set(dealershipId, share);
    return share;
  };
  for (const change of changes) (shareOf(change.address)?.changes ?? nobodys).push(change);
  // What is reported of messages that nobody here has sent is nobody's loss.
  for (const status of statuses) shareOf(status.address)?.statuses.push(status);
  return { shares: [...shares.values()], nobodys };
}

async function keepAside(services: Services, { address, key, payload }: MetaChange): Promise<void> {
  const now = services.clock.now();
  try {
    await Unclaimed.create({
      _id: `${address} ${key}`,
      address,
      key,
      payload,
      received_at: now,
      // What was written on a phone is kept no longer than where the number is connected.
      expires_at: after(now, payload.kind === 'whatsapp_echo' ? ECHO_KEPT_MS : UNCLAIMED_KEPT_MS),
    });
    services.logger.warn({ address }, 'an event of a page that nobody has connected was kept aside');
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Stores a dealership's share and begins to work on what is new, also when some of it could not be stored. */
async function storeShare(services: Services, share: Share): Promise<void> {
  const fresh: ArrivalRecord[] = [];
  try {
    await inLanes(share.changes, LANES, async (change) => {
      const { arrival, repeated } = await recordChange(services, share.dealershipId, change);
      // Before the answer goes back, whatever comes of the rest. One that is done is over: START may have been said since.
      if (change.payload.kind === 'whatsapp' && arrival.state !== 'done')
        await obeyWhatsAppCommand(services, change.payload);
      if (!repeated) fresh.push(arrival);
    });
    await inLanes(share.statuses, LANES, (status) => noteWhatsAppStatus(services, status));
    await noteEvent(services, [...share.connectionIds]);
  } finally {
    services.background.track(workOnRecorded(services, fresh));
  }
}

/**
 * Takes in a post of Meta: 200 once everything in it is stored, each item under its own key. If one cannot be stored the
 * whole post is asked for again, and what is there already stays as it is.
 * @throws Problem 400, 403 for a wrong signature, 413, 429 past a dealership's limit, 503 where Meta is not configured
 */
export async function receiveMetaEvents(ctx: PublicContext, request: Request, response: Response): Promise<void> {
  const { services } = ctx;
  const post = await readPost(ctx, request);
  const { unreadable } = post;
  if (unreadable > 0) services.logger.warn({ unreadable }, 'a post of Meta held items that are not read here');
  const { shares, nobodys } = await shareOut(post);
  for (const { dealershipId } of shares) {
    noteDealership(dealershipId);
    await spend(rateLimitsOf(request).serverPost, `meta ${dealershipId}`, response);
  }
  await inLanes(nobodys, LANES, (change) => keepAside(services, change));
  await inLanes(shares, LANES, (share) => runAsTenant(share.dealershipId, () => storeShare(services, share)));
  response.status(200).json({ status: 'noted' });
}
