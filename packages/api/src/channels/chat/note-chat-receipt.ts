import mongoose from 'mongoose';
import { noteDeliveryReport } from '../../delivery/note-delivery-report.ts';
import { ChatSession, type ChatSessionRecord } from '../../features/chat/model.ts';
import { Message } from '../../features/messages/model.ts';
import type { Services } from '../../services.ts';

/** Moves the messages of ours between two positions on to what became of them; they are known by their own id. */
async function reportOn(services: Services, ids: readonly string[], state: 'delivered' | 'read'): Promise<void> {
  if (ids.length === 0) return;
  const ours = await Message.find(
    { _id: mongoose.trusted({ $in: [...ids] }), direction: 'outbound', state: mongoose.trusted({ $ne: 'read' }) },
    { _id: 1 },
  ).lean();
  for (const { _id: id } of ours)
    await noteDeliveryReport(services, { message: { provider_id: id }, state, reason: null });
}

/** Notes that the visitor's side has everything up to a position. */
export async function noteDelivered(services: Services, session: ChatSessionRecord, position: number): Promise<void> {
  if (position <= session.delivered) return;
  const before = await ChatSession.findOneAndUpdate({ _id: session._id }, { $max: { delivered: position } }).lean();
  const from = Math.max(before?.delivered ?? 0, before?.read ?? 0);
  await reportOn(services, session.log.slice(from, position), 'delivered');
}

/** Notes that the visitor has seen everything up to a position: nothing of it is sent by mail any more. */
export async function noteRead(services: Services, session: ChatSessionRecord, position: number): Promise<void> {
  const upTo = Math.min(position, session.log.length);
  if (upTo <= session.read) return;
  const before = await ChatSession.findOneAndUpdate(
    { _id: session._id },
    { $max: { read: upTo, delivered: upTo } },
  ).lean<ChatSessionRecord>();
  // Whoever wrote meanwhile has made the chat longer: its mail stays due.
  await ChatSession.updateOne(
    { _id: session._id, log: mongoose.trusted({ $size: upTo }) },
    { mail_waiting: false, mail_due_at: null },
  );
  await reportOn(services, session.log.slice(before?.read ?? 0, upTo), 'read');
}

/** Moves a message on to what its visitor had of it before anybody had noted that it was sent. */
export async function applyReceipts(services: Services, sessionId: string, messageId: string): Promise<void> {
  const session = await ChatSession.findOne({ _id: sessionId }).lean<ChatSessionRecord>();
  const position = session ? session.log.indexOf(messageId) + 1 : 0;
  if (!session || position === 0) return;
  if (position <= session.read) await reportOn(services, [messageId], 'read');
  else if (position <= session.delivered) await reportOn(services, [messageId], 'delivered');
}
