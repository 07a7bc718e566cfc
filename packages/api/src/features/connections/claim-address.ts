import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { Problem } from '../../http/problem.ts';
import { asOperator } from '../../tenancy/context.ts';
import { ConnectionAddress, type ConnectionAddressRecord } from './address-model.ts';
import { Connection } from './model.ts';

export const TAKEN = 'It is connected already. To renew a connection of your own, give it a new token.';

/** A claim whose connection was never written, or is gone, holds nobody up. */
async function isHeld(claim: ConnectionAddressRecord): Promise<boolean> {
  return (await asOperator(() => Connection.exists({ _id: claim.connection_id }))) !== null;
}

/**
 * Makes a page or number one connection's. The same connection may claim it again.
 * @throws Problem 409 when another connection has it, of this or another dealership
 */
export async function claimAddress(claim: ConnectionAddressRecord): Promise<void> {
  try {
    await ConnectionAddress.create(claim);
    return;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const present = await ConnectionAddress.findById(claim._id).lean<ConnectionAddressRecord>();
  if (present?.connection_id === claim.connection_id) return;
  if (present && (await isHeld(present))) throw new Problem('already_exists', { detail: TAKEN });
  const taken = await ConnectionAddress.updateOne(
    // Confirmed meanwhile means that its connection was written after all.
    { _id: claim._id, connection_id: present?.connection_id ?? null, confirmed: present?.confirmed ?? null },
    {
      $set: { dealership_id: claim.dealership_id, connection_id: claim.connection_id, claimed_at: claim.claimed_at },
      $unset: { confirmed: 1 },
    },
  );
  if (taken.matchedCount === 0) throw new Problem('already_exists', { detail: TAKEN });
}

/**
 * Makes a claim last, once its connection is written: of two who connect one page at once, one keeps it.
 * @throws Problem 409 when another connection has it by now; then the one that was just written is nobody's
 */
export async function confirmAddress(claim: ConnectionAddressRecord): Promise<void> {
  const { _id, connection_id } = claim;
  const confirmed = await ConnectionAddress.updateOne({ _id, connection_id }, { $set: { confirmed: true } });
  if (confirmed.matchedCount === 1) return;
  // Whoever took it over may never write a connection of their own.
  await claimAddress(claim);
  return confirmAddress(claim);
}

/**
 * Whether what is posted for a page or number is the claim's owner's: not before its connection is written. A claim that
 * a crash, or an older version, left unconfirmed beside its connection is confirmed here.
 */
export async function isSettled(claim: ConnectionAddressRecord): Promise<boolean> {
  if (claim.confirmed) return true;
  if (!(await isHeld(claim))) return false;
  const { _id, connection_id } = claim;
  const confirmed = await ConnectionAddress.updateOne({ _id, connection_id }, { $set: { confirmed: true } });
  return confirmed.matchedCount === 1;
}
