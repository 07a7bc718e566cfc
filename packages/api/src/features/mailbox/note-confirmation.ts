import type { ForwardingConfirmation } from '../../channels/email/read-forwarding-confirmation.ts';
import { forgetDealership } from '../dealership/find-dealership.ts';
import { Dealership } from '../dealership/model.ts';

/** Keeps Gmail's newest question whether it may forward to a dealership, for the settings to show. */
export async function noteConfirmation(
  dealershipId: string,
  confirmation: ForwardingConfirmation,
  receivedAt: Date,
): Promise<void> {
  const kept = {
    requested_by: confirmation.requestedBy,
    code: confirmation.code,
    url: confirmation.url,
    received_at: receivedAt,
  };
  await Dealership.updateOne({ _id: dealershipId }, { $set: { forwarding_confirmation: kept } });
  forgetDealership(dealershipId);
}
