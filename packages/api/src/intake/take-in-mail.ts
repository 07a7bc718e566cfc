import { type InboundMail, parseInboundMail } from '../channels/email/parse-inbound-mail.ts';
import { readForwardingConfirmation } from '../channels/email/read-forwarding-confirmation.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { noteConfirmation } from '../features/mailbox/note-confirmation.ts';
import type { Services } from '../services.ts';
import { findThread } from './find-thread.ts';
import type { MailPayload } from './mail-payload.ts';
import { filesOf, withFiles, wordsOf } from './mail-words-and-files.ts';
import { adfLeadsOf, takeInAdfMail } from './take-in-adf-mail.ts';
import type { Worked, WorkOnArrival } from './take-in-arrival.ts';
import { type CustomerAnswer, takeInCustomerAnswer } from './take-in-customer-answer.ts';
import { takeInNewMail } from './take-in-new-mail.ts';
import { noteMisfit, readByTemplates, takeInPortalMail } from './take-in-portal-mail.ts';

const CONFIRMATION = {
  label: 'other' as const,
  confidence: 'high' as const,
  reasons: ['Gmail asks whether it may forward; see Settings, E-mail'],
};

const nothingLeft = async () => undefined;

/** A machine is never answered, nor is an address that the lead does not know: the recipient stays who it was. */
function mailAnswer(mail: InboundMail, payload: MailPayload, lead: LeadRecord): CustomerAnswer {
  return {
    channel: 'email',
    sourceDetail: mail.recipient,
    name: mail.from?.name ?? null,
    text: wordsOf(mail.text || mail.fullText, payload),
    subject: mail.subject || null,
    messageId: mail.messageId,
    references: mail.references,
    ...filesOf(payload),
    automated: mail.automated,
    command: false,
    wantsReply: mail.text.trim() !== '' && lead.customer.emails.includes(mail.from?.email ?? ''),
    replyTo: null,
  };
}

/** What comes from an address of our own was written by us, for whichever dealership: answering it would never end. */
function knowOurOwn({ env }: Services, mail: InboundMail): InboundMail {
  const ours = mail.from?.email.endsWith(`@${env.mailDomain.toLowerCase()}`) === true;
  return ours && !mail.automated ? { ...mail, automated: true, automatedReason: 'own_address' } : mail;
}

/** Puts a mail into the conversation it answers, or reads what it is and makes a lead of it, or says why not. */
export async function takeInMail(
  services: Services,
  arrival: ArrivalRecord,
  payload: MailPayload,
  dealership: DealershipRecord,
  workOnArrival: WorkOnArrival,
): Promise<Worked> {
  const mail = knowOurOwn(services, parseInboundMail(new Map(payload.fields)));
  const confirmation = arrival.promoted ? null : readForwardingConfirmation(mail);
  if (confirmation) {
    await noteConfirmation(dealership._id, confirmation, arrival.received_at);
    return { outcome: 'not_a_lead', leadId: null, verdict: CONFIRMATION, lead: null, finish: nothingLeft };
  }
  const thread = await findThread(services.env, mail);
  if (thread) {
    const answer = mailAnswer(mail, payload, thread);
    const finish = await takeInCustomerAnswer(services, arrival, answer, thread, dealership);
    return withFiles(arrival, {
      outcome: 'message_added',
      leadId: thread._id,
      verdict: { label: null, confidence: null, reasons: ['Answers a conversation'] },
      lead: null,
      finish,
    });
  }
  const adf = await adfLeadsOf(payload);
  if (adf !== null && adf !== 'unreadable') return takeInAdfMail(services, arrival, payload, adf, workOnArrival);
  const portal = await readByTemplates(mail);
  const unreadable = adf === 'unreadable' ? 'Holds an ADF document that cannot be read' : null;
  const newMail = { arrival, payload, mail, dealership, forAPerson: unreadable, machine: unreadable !== null };
  if (portal === null) return takeInNewMail(services, newMail);
  if (portal.kind === 'read') return takeInPortalMail(services, newMail, portal);
  const forAPerson = portal.kind === 'misfit' ? await noteMisfit(arrival, portal) : unreadable;
  return takeInNewMail(services, { ...newMail, forAPerson, machine: true });
}
