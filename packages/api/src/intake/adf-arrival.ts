import { adfMessage, wantedVehicle } from '../channels/adf/describe-adf-vehicle.ts';
import type { AdfLead } from '../channels/adf/read-adf.ts';
import type { MessageAttachment } from '../features/messages/model.ts';
import { sha256 } from '../lib/secrets.ts';
import { formPayload } from './form-enquiry.ts';
import type { ArrivalInput } from './record-arrival.ts';

interface Sent {
  dealershipId: string;
  test: boolean;
  /** Who sent it, where the lead does not name its provider. */
  sender: string | null;
  attachments?: readonly MessageAttachment[];
}

/** The sender's id tells a retry from a new lead; a resend brings news, so what it says counts as well. */
function keyOf(lead: AdfLead): string {
  const content = JSON.stringify([lead.name, lead.email, lead.phone, lead.comments, lead.vehicles]);
  const identity =
    lead.ids.length === 0 ? content : JSON.stringify([lead.provider, lead.ids, lead.resend ? content : '']);
  return `adf ${sha256(identity)}`;
}

/** One prospect as an arrival: the same lead has the same key whether it came by API or in a mail. */
export function adfArrival(lead: AdfLead, sent: Sent): ArrivalInput {
  const { ids, vendor, provider, vehicles, repaired, missing } = lead;
  const payload = formPayload({
    source: 'adf',
    channel: 'api',
    sourceDetail: provider ?? sent.sender,
    name: lead.name,
    email: lead.email,
    phone: lead.phone,
    message: adfMessage(lead),
    vehicleInterest: wantedVehicle(lead),
    metadata: { adf: { ids, vendor, provider, vehicles, repaired, missing } },
    ...(sent.attachments ? { attachments: sent.attachments } : {}),
  });
  return {
    dealershipId: sent.dealershipId,
    channel: 'adf',
    key: keyOf(lead),
    test: sent.test,
    payload,
    from: lead.email ?? lead.phone ?? lead.name,
    subject: payload.vehicleInterest,
    text: payload.message,
  };
}
