import type { Language } from '../answering/types.ts';
import type { HistoryActor } from '../features/leads/add-history.ts';
import type { LeadRecord, LeadSource } from '../features/leads/model.ts';
import type { MessageAttachment, MessageRecord } from '../features/messages/model.ts';

/** What every channel turns an arrival into before it becomes part of a lead. */
export interface Enquiry {
  arrivalId: string;
  source: LeadSource;
  /** Which form, mailbox or key it came through. */
  sourceDetail: string | null;
  channel: MessageRecord['channel'];
  test: boolean;
  receivedAt: Date;
  name: string | null;
  /** Normalised; what people are recognised by. */
  email: string | null;
  /** E.164 where it could be read, else as written. */
  phone: string | null;
  message: string;
  subject: string | null;
  vehicleInterest: string | null;
  vehicleId: string | null;
  language: Language;
  sourceUrl: string | null;
  utm: LeadRecord['utm'];
  consents: { version: string; granted: boolean }[];
  tags: string[];
  metadata: Record<string, unknown>;
  /** Who answers: a lead that a person writes down, or one that looks wrong, waits for a person. */
  handledBy: LeadRecord['handled_by'];
  /** A lead that a person writes down is not announced and not answered. */
  quiet: boolean;
  /** Who wrote it down; `null` when the customer did. */
  writtenDownBy: HistoryActor | null;
  /** Mail headers that a reply refers to. */
  messageId: string | null;
  references: string[];
  /** What later notices of a portal about the same conversation are recognised by. */
  portalThread?: string | null;
  /** Files that came with it; none where a channel brings none. */
  attachments?: readonly MessageAttachment[];
  attachmentsLeftOut?: number;
  /** By WhatsApp: which number it came to, from whom and when. */
  whatsapp?: MessageRecord['whatsapp'];
  /** The chat it was written in, the visitor's own id of the message, and the lead their contact data led to. */
  chat?: { sessionId: string; clientId: string; relatedLeadId: string | null; asksForPerson: boolean };
}
