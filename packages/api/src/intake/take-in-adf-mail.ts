import { decodeAdf } from '../channels/adf/decode-adf.ts';
import { findAdf, looksLikeAdf } from '../channels/adf/find-adf.ts';
import { OUR_ID_SOURCE } from '../channels/adf/our-id-source.ts';
import { XmlTooComplex } from '../channels/adf/parse-xml.ts';
import { type AdfLead, readAdf } from '../channels/adf/read-adf.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { readAttachment } from '../features/attachments/find-attachment.ts';
import { keepAttachments } from '../features/attachments/keep-attachments.ts';
import { Lead } from '../features/leads/model.ts';
import type { Services } from '../services.ts';
import { adfArrival } from './adf-arrival.ts';
import type { FormPayload } from './form-enquiry.ts';
import type { MailPayload } from './mail-payload.ts';
import { recordArrival } from './record-arrival.ts';
import type { Worked, WorkOnArrival } from './take-in-arrival.ts';

const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 10;
const MAX_REASONS = 20;

async function xmlFiles(payload: MailPayload): Promise<string[]> {
  const likely = payload.attachments
    .filter((file) => file.available && file.size_bytes <= MAX_FILE_BYTES && /\.(?:xml|adf|txt)$/i.test(file.name))
    .slice(0, MAX_FILES);
  const texts: string[] = [];
  for (const { id } of likely) {
    const bytes = await readAttachment(id);
    if (bytes) texts.push(decodeAdf(bytes));
  }
  return texts.filter(looksLikeAdf);
}

/**
 * The ADF leads that a mail holds; `null` for a mail without any, `unreadable` where there is a document that nothing can
 * be read from: a person has to.
 */
export async function adfLeadsOf(payload: MailPayload): Promise<AdfLead[] | 'unreadable' | null> {
  const fields = new Map(payload.fields);
  const joined = (name: string) => (fields.get(name) ?? []).join('\n');
  const source = findAdf({ plain: joined('body-plain'), html: joined('body-html'), files: await xmlFiles(payload) });
  if (source === null) return null;
  try {
    return readAdf(source) ?? 'unreadable';
  } catch (error) {
    if (error instanceof XmlTooComplex) return 'unreadable';
    throw error;
  }
}

/** A lead that we sent out ourselves and that some forwarding brought back. */
async function isOurOwn(lead: AdfLead): Promise<boolean> {
  const ours = lead.ids.find((id) => id.startsWith(`${OUR_ID_SOURCE}:`));
  return ours !== undefined && (await Lead.exists({ _id: ours.slice(OUR_ID_SOURCE.length + 1) })) !== null;
}

function verdictOf(leads: readonly AdfLead[]): Worked['verdict'] {
  const from = leads[0]?.provider ? ` from ${leads[0].provider}` : '';
  const notes = leads.flatMap(({ repaired, missing }) => [
    ...repaired.map((note) => `Repaired: ${note}`),
    ...missing.map((note) => `Missing: ${note}`),
  ]);
  const count = leads.length === 1 ? 'Holds a lead in ADF' : `Holds ${leads.length} leads in ADF`;
  const reasons = [`${count}${from}`, ...new Set(notes)].slice(0, MAX_REASONS);
  return { label: 'sales_inquiry', confidence: 'high', reasons };
}

function holdsFiles(arrival: ArrivalRecord, files: MailPayload['attachments']): boolean {
  const kept = (arrival.payload as FormPayload | null)?.attachments ?? [];
  return files.length > 0 && kept[0]?.id === files[0]?.id;
}

const OWN: Worked = {
  outcome: 'not_a_lead',
  leadId: null,
  verdict: { label: 'other', confidence: 'high', reasons: ['A lead that was sent to the CRM came back'] },
  lead: null,
  finish: async () => undefined,
};

/**
 * Makes an arrival of its own of every prospect in a mail, so that each is one lead however often and by whichever way it
 * comes; the mail itself is done when all of them are.
 * @throws Error while one of them is still being worked on elsewhere: the mail is tried again
 */
export async function takeInAdfMail(
  services: Services,
  mail: ArrivalRecord,
  payload: MailPayload,
  leads: readonly AdfLead[],
  workOnArrival: WorkOnArrival,
): Promise<Worked> {
  const settled: Promise<void>[] = [];
  let first: Worked | null = null;
  for (const lead of leads) {
    if (await isOurOwn(lead)) continue;
    // The files of the mail go with its first lead.
    const attachments = first === null ? payload.attachments : [];
    const sent = { dealershipId: mail.dealership_id, test: mail.test, sender: mail.from, attachments };
    const { arrival, repeated } = await recordArrival(services, adfArrival(lead, sent));
    const worked = repeated ? null : await workOnArrival(services, arrival);
    if (worked) settled.push(worked.settled);
    const leadId = worked?.leadId ?? arrival.lead_id;
    if (leadId === null) throw new Error('an ADF lead of the mail is still being written');
    // Also where a crash came between the lead and this: then the arrival is known, and has our files.
    const ownFiles = holdsFiles(arrival, attachments);
    if (ownFiles) await keepAttachments(mail, leadId, arrival._id);
    first ??= {
      outcome: worked?.outcome ?? (ownFiles ? arrival.outcome : 'submission_repeated'),
      leadId,
      verdict: verdictOf(leads),
      lead: null,
      finish: async () => {
        await Promise.all(settled);
      },
    };
  }
  return first ?? OWN;
}
