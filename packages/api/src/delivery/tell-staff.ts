import mongoose from 'mongoose';
import { renderStaffAlert, type StaffOccasion } from '../channels/sms/render-staff-alert.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { EscalationReason } from '../features/escalations/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { Membership, type MembershipRecord } from '../features/users/model.ts';
import { blankMessage, insertMessages } from '../intake/write-messages.ts';
import { newId } from '../lib/ids.ts';
import type { Services } from '../services.ts';

/** Something colleagues should hear of. */
export interface StaffNews {
  /** What it is about: each colleague is told once per key. */
  key: string;
  occasion: StaffOccasion;
  /** The lead it is about; `null` for the dealership as a whole. */
  lead: LeadRecord | null;
  excerpt: string;
  to: { rep: boolean; managers: boolean };
}

type NewMessage = Omit<MessageRecord, 'dealership_id'>;

/** Under which a colleague is told of some news: once. */
function alertKey(newsKey: string, userId: string): string {
  return `alert:${newsKey}:${userId}`;
}

/** Whether an alert can go to a colleague's telephone. */
export function canText(services: Services, rep: Pick<MembershipRecord, 'phone'>, test: boolean): boolean {
  if (!rep.phone?.startsWith('+')) return false;
  return services.sms.kind === 'twilio' || services.env.nodeEnv !== 'production' || test;
}

async function managers(): Promise<MembershipRecord[]> {
  return Membership.find({ status: 'active', role: mongoose.trusted({ $in: ['admin', 'manager'] }) })
    .sort({ created_at: 1, _id: 1 })
    .limit(20)
    .lean<MembershipRecord[]>();
}

/** The rep of the lead, those who run the place, or, where a lead is nobody's, those who run the place in the rep's stead. */
async function readersOf({ lead, to }: StaffNews): Promise<MembershipRecord[]> {
  const repId = lead?.assigned_to?.id;
  const rep =
    repId === undefined
      ? null
      : await Membership.findOne({ user_id: repId, status: 'active' }).lean<MembershipRecord>();
  const others = to.managers || (to.rep && !rep) ? await managers() : [];
  // A rep who is told in another way is not told twice for also running the place.
  const wanted = [...(to.rep && rep ? [rep] : []), ...others.filter((person) => person.user_id !== rep?.user_id)];
  return wanted;
}

/** More of the words than any alert shows. */
const LONGEST_WORDS = 1000;

/**
 * Whom an alert is for and what it is about, kept with it: by the time it is sent, the customer may have written
 * something else.
 */
export function alertOf(
  userId: string,
  words: string,
  { isAnswer = false, reason = null }: { isAnswer?: boolean; reason?: EscalationReason | null } = {},
): MessageRecord['alert'] {
  return { user_id: userId, words: words.slice(0, LONGEST_WORDS), is_answer: isAnswer, reason };
}

/** The alerts for some news, not stored yet. */
export async function staffAlerts(
  services: Services,
  dealership: DealershipRecord,
  news: StaffNews,
): Promise<NewMessage[]> {
  const now = services.clock.now();
  const { lead } = news;
  const test = lead?.test ?? false;
  const path = lead ? `leads/${lead._id}` : 'escalations';
  const text = renderStaffAlert({
    occasion: news.occasion,
    customerName: lead?.customer.name ?? null,
    excerpt: news.excerpt,
    link: `${services.env.publicUrl}/app/${path}`,
    language: dealership.language,
  });
  return (await readersOf(news)).map((person) => {
    const bySms = canText(services, person, test);
    return blankMessage({
      _id: newId('msg', now),
      lead_id: lead?._id ?? null,
      test,
      audience: 'staff',
      channel: bySms ? 'sms' : 'email',
      purpose: 'alert',
      send_key: alertKey(news.key, person.user_id),
      sender_name: dealership.name,
      recipient: bySms ? person.phone : person.email,
      subject: text.split('\n')[0]?.slice(0, 150) ?? null,
      text,
      alert: alertOf(person.user_id, news.excerpt, { isAnswer: news.occasion.kind === 'answer' }),
      language: dealership.language,
      created_at: now,
    });
  });
}

/** Tells colleagues of some news, each of them once however often this is run. */
export async function tellStaff(services: Services, dealership: DealershipRecord, news: StaffNews): Promise<void> {
  const alerts = await staffAlerts(services, dealership, news);
  await insertMessages(alerts);
  if (alerts.length > 0) services.wake();
}
