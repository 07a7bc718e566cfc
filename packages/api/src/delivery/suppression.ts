import { normaliseEmail } from '../channels/email-address.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { Env } from '../env.ts';
import { recordEvents } from '../events/record-events.ts';
import { newId } from '../lib/ids.ts';
import { openText, sealText, sha256 } from '../lib/secrets.ts';
import type { Services } from '../services.ts';
import { currentTenant, TenantMissing } from '../tenancy/context.ts';
import { Suppression, type SuppressionRecord } from './suppression-model.ts';

type Channel = SuppressionRecord['channel'];

/** Who stops getting what from whom. */
export interface UnsubscribeClaim {
  dealershipId: string;
  channel: Channel;
  address: string;
}

const PURPOSE = 'unsubscribe';

function normalise(channel: Channel, address: string): string {
  if (channel !== 'email') return address.replace(/[\s-]/g, '');
  return normaliseEmail(address) ?? address.trim().toLowerCase();
}

function hashOf(channel: Channel, address: string): string {
  const dealershipId = currentTenant('suppressions');
  if (dealershipId === null) throw new TenantMissing('suppressions, which are one dealership’s each,');
  return sha256(`${dealershipId} ${channel} ${normalise(channel, address)}`);
}

/** Tells whether the current dealership must not write to an address. */
export async function isSuppressed(channel: Channel, address: string): Promise<boolean> {
  return (await Suppression.exists({ channel, address_hash: hashOf(channel, address) })) !== null;
}

/** Makes sure that the current dealership never writes to an address again; the first reason stands. */
export async function suppress(
  services: Pick<Services, 'clock' | 'live'>,
  channel: Channel,
  address: string,
  reason: SuppressionRecord['reason'],
  test = false,
): Promise<void> {
  const dealershipId = currentTenant('suppressions') ?? '';
  const createdAt = services.clock.now();
  const id = newId('sup', createdAt);
  try {
    await Suppression.create({
      _id: id,
      channel,
      address_hash: hashOf(channel, address),
      reason,
      created_at: createdAt,
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return;
  }
  await recordEvents(services, dealershipId, test, [
    { type: 'suppression.created', data: { suppression_id: id }, details: { channel, address, reason } },
  ]);
}

/** Lifts what a STOP by the same channel had stopped; other reasons stay. */
export async function unsuppress(channel: Channel, address: string): Promise<void> {
  await Suppression.deleteOne({ channel, address_hash: hashOf(channel, address), reason: 'stop' });
}

/** The link that stops messages (RFC 8058); sealed, so that nobody can make one for another address. */
export function makeUnsubscribeUrl(env: Pick<Env, 'encryptionKey' | 'publicUrl'>, claim: UnsubscribeClaim): string {
  const text = JSON.stringify({ d: claim.dealershipId, c: claim.channel, a: claim.address });
  return `${env.publicUrl}/unsubscribe/${sealText(env.encryptionKey, PURPOSE, text)}`;
}

/** Reads the token of such a link; `null` when it is not ours or was changed. */
export function readUnsubscribeToken(env: Pick<Env, 'encryptionKeys'>, token: string): UnsubscribeClaim | null {
  const text = openText(env.encryptionKeys, PURPOSE, token);
  if (text === null) return null;
  const { d, c, a } = JSON.parse(text) as { d: string; c: Channel; a: string };
  return { dealershipId: d, channel: c, address: a };
}
