import type { RenderedMail } from '../../channels/email/render-customer-mail.ts';
import { blankMessage, insertMessages } from '../../intake/write-messages.ts';
import { newId } from '../../lib/ids.ts';
import type { Services } from '../../services.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { Membership, type MembershipRecord } from './model.ts';

/** Mails every admin of the current dealership; under the same key again it mails only who was not an admin before. */
export async function writeToAdmins(
  services: Services,
  dealership: DealershipRecord,
  key: string,
  mail: RenderedMail & { subject: string },
  test = false,
): Promise<void> {
  const now = services.clock.now();
  const admins = await Membership.find({ role: 'admin', status: 'active' }).lean<MembershipRecord[]>();
  await insertMessages(
    admins.map((admin) =>
      blankMessage({
        _id: newId('msg', now),
        lead_id: null,
        test,
        audience: 'staff',
        sender_name: dealership.name,
        channel: 'email',
        purpose: 'alert',
        send_key: `${key}:${admin._id}`,
        recipient: admin.email,
        language: dealership.language,
        created_at: now,
        ...mail,
      }),
    ),
  );
  services.wake();
}
