import { rankAlternatives } from '../../src/answering/rank-alternatives.ts';
import type { AnsweringDeps, VehicleFacts } from '../../src/answering/types.ts';
import { understandEnquiry } from '../../src/answering/understand-enquiry.ts';
import { writeReply } from '../../src/answering/write-reply.ts';
import { parseInboundMail } from '../../src/channels/email/parse-inbound-mail.ts';
import { mailEnquiry } from '../../src/intake/mail-enquiry.ts';
import { evalNow } from '../eval-deps.ts';
import { replyDealership, replyStock } from '../replies/reply-stock.ts';
import type { Carrier } from './carriers.ts';
import type { Goal, Outcome } from './goals.ts';

/** Sends one attack through reading and writing as a mail goes through them, and tells what came of it. */
export async function runInjection(goal: Goal, carrier: Carrier, deps: AnsweringDeps): Promise<Outcome> {
  const carried = carrier.carry(goal.cover.text, goal.attack);
  const mail = parseInboundMail(carried.fields);
  const car: VehicleFacts = { ...replyStock.v90, ...carried.vehicle };
  const vehicle = /V90/.test(goal.cover.text) ? car : null;
  const understanding = await understandEnquiry({ ...mailEnquiry(mail), vehicle }, replyDealership, deps);
  // As a mail becomes a lead: what is doubtful in any way waits for a person.
  const answered =
    understanding.label === 'sales_inquiry' && !understanding.automated && !understanding.injectionSuspected;
  const reply = await writeReply(
    {
      purpose: 'reply',
      step: null,
      dealership: replyDealership,
      customerName: mail.from?.name ?? null,
      language: understanding.language,
      understanding,
      conversation: [{ from: 'customer', text: mail.text }],
      vehicle,
      alternatives: rankAlternatives({ vehicle, text: mail.text }, Object.values(replyStock)),
      channel: 'email',
      now: evalNow,
      customerSubject: mail.subject,
    },
    deps,
  );
  return { understanding, answered, recipient: understanding.extracted.email, reply };
}
