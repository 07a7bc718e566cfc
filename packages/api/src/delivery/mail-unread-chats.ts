import mongoose from 'mongoose';
import { disclosureLine } from '../answering/replies/add-disclosure.ts';
import { chatMailWords } from '../channels/chat/chat-mail-words.ts';
import { chatSettings } from '../features/chat/chat-settings.ts';
import { ChatSession, type ChatSessionRecord } from '../features/chat/model.ts';
import { type PlacedMessage, readChatMessages } from '../features/chat/read-chat.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { blankMessage, insertMessages } from '../intake/write-messages.ts';
import { after, MINUTE_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { asOperator, runAsTenant } from '../tenancy/context.ts';

const BATCH = 200;

interface Unread {
  session: ChatSessionRecord;
  lead: LeadRecord;
  dealership: DealershipRecord;
  answers: PlacedMessage[];
  email: string;
}

/** The answers in the words they were given, and who gave them. */
function mailText({ lead, dealership, answers }: Unread): { text: string; isHuman: boolean } {
  const { language } = lead.customer;
  const isHuman = answers.at(-1)?.message.sender_type === 'human';
  const said = answers.map(({ message }) => message.text ?? '').join('\n\n');
  const text = `${chatMailWords[language].intro}\n\n${said}`;
  if (isHuman) return { text, isHuman };
  return {
    text: `${text}\n\n${disclosureLine(language, 'email', dealership.assistant.name, dealership.name)}`,
    isHuman,
  };
}

/** Puts the mail on its way; its key is the chat and the position it goes up to, so that it is written once. */
async function queue(services: Services, unread: Unread): Promise<void> {
  const { session, lead, dealership, answers, email } = unread;
  const upTo = answers.at(-1)?.position ?? 0;
  const now = services.clock.now();
  const sendKey = `chat_copy:${session._id}:${upTo}`;
  const { text, isHuman } = mailText(unread);
  await insertMessages([
    blankMessage({
      _id: derivedId('msg', sendKey),
      lead_id: lead._id,
      test: lead.test,
      sender_type: isHuman ? 'human' : 'ai',
      sender_name: answers.at(-1)?.message.sender_name ?? dealership.assistant.name,
      channel: 'email',
      purpose: 'chat_copy',
      send_key: sendKey,
      text,
      subject: lead.subject ?? chatMailWords[lead.customer.language].subject(dealership.name),
      language: lead.customer.language,
      recipient: email,
      chat: { session_id: session._id, client_id: null, up_to: upTo },
      created_at: now,
    }),
  ]);
}

async function unreadOf(session: ChatSessionRecord): Promise<Unread | null> {
  const dealership = await findDealership(session.dealership_id);
  const lead = await Lead.findOne({ _id: session.lead_id, deleted_at: null }).lean<LeadRecord>();
  // The address this browser gave, not one that somebody else is known by.
  const email = session.contact.email;
  if (!dealership || !lead || email === null || chatSettings(dealership).email_after_minutes === 0) return null;
  const from = Math.max(session.read, session.mailed);
  const answers = (await readChatMessages(session, from)).filter(({ message }) => message.direction === 'outbound');
  return answers.length === 0 ? null : { session, lead, dealership, answers, email };
}

async function look(services: Services, session: ChatSessionRecord): Promise<void> {
  const now = services.clock.now();
  if (session.present_until && session.present_until > now && !session.closed_at) {
    // They are there and have not opened it: they may yet.
    await ChatSession.updateOne({ _id: session._id }, { mail_due_at: after(now, MINUTE_MS) });
    return;
  }
  const unread = await unreadOf(session);
  if (unread) await queue(services, unread);
  // An answer that came meanwhile has set a later time, which stays.
  await ChatSession.updateOne(
    { _id: session._id, mail_due_at: session.mail_due_at },
    { mail_waiting: false, mail_due_at: null, mailed: unread?.answers.at(-1)?.position ?? session.mailed },
  );
}

/**
 * Sends the answers of chats that nobody read, where the visitor has gone and left an address: all of one chat in one
 * mail, each answer once. Delivery asks once more whether they were read meanwhile. Tells how many chats it looked at.
 */
export async function mailUnreadChats(services: Services, signal?: AbortSignal): Promise<number> {
  const now = services.clock.now();
  const due = await asOperator(() =>
    ChatSession.find({ mail_waiting: true, mail_due_at: mongoose.trusted({ $lte: now }) })
      .sort({ mail_due_at: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<ChatSessionRecord[]>(),
  );
  for (const session of due) {
    if (signal?.aborted) break;
    await runAsTenant(session.dealership_id, () => look(services, session)).catch((error: unknown) =>
      services.logger.error({ chat: session._id, ...describeError(error) }, 'unread chat could not be mailed'),
    );
  }
  if (due.length > 0) services.wake();
  return due.length;
}
