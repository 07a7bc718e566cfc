import type { EnquiryInput } from '../../src/answering/types.ts';
import { adfMessage, wantedVehicle } from '../../src/channels/adf/describe-adf-vehicle.ts';
import { readAdf } from '../../src/channels/adf/read-adf.ts';
import { parseInboundMail } from '../../src/channels/email/parse-inbound-mail.ts';
import { mailEnquiry } from '../../src/intake/mail-enquiry.ts';
import type { RawCase } from '../read-cases.ts';

const noHints = {
  subject: null,
  fromName: null,
  fromEmail: null,
  fromPhone: null,
  declaredLanguage: null,
  vehicle: null,
};

function fromMail({ fields, text }: RawCase): EnquiryInput {
  const headers = (fields.get('headers') ?? '')
    .split(/,\s(?=[a-z-]+=)/)
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  const mail = parseInboundMail(
    new Map([
      ['from', [fields.get('from') ?? 'kunde@post.example']],
      ['subject', [fields.get('subject') ?? '']],
      ['recipient', ['post@fjordbil.example']],
      ['body-plain', [text]],
      ['message-headers', [JSON.stringify(headers)]],
    ]),
  );
  return mailEnquiry(mail);
}

function fromForm({ fields, text }: RawCase): EnquiryInput {
  return { ...noHints, channel: 'website', text, vehicleInterest: fields.get('interest') ?? null };
}

/** From the document itself, or from what was already taken out of one: a comment and a car. */
function fromAdf(raw: RawCase): EnquiryInput {
  const [lead] = readAdf(raw.text) ?? [];
  if (lead === undefined) return { ...fromForm(raw), channel: 'api' };
  const { name, email, phone } = lead;
  const from = { fromName: name, fromEmail: email, fromPhone: phone };
  return { ...noHints, ...from, channel: 'api', text: adfMessage(lead), vehicleInterest: wantedVehicle(lead) };
}

/** What the product would read of a case, taken in the way its channel takes it in: quotes and signature are gone. */
export function caseInput(raw: RawCase): EnquiryInput {
  const channel = raw.heading[2];
  if (channel === 'form') return fromForm(raw);
  if (channel === 'adf') return fromAdf(raw);
  return fromMail(raw);
}
