import type { components } from '../../generated/openapi.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { type FormPayload, formPayload } from '../../intake/form-enquiry.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { siblingId } from '../../lib/ids.ts';
import { sha256 } from '../../lib/secrets.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import { findForm } from '../forms/find-form.ts';
import type { FormOfDealership } from '../forms/present.ts';
import { Vehicle } from '../vehicles/model.ts';
import { describeAnswers } from './describe-answers.ts';
import { proveSubmission } from './submission-proof.ts';

type Submission = components['schemas']['FormSubmission'];
interface SubmitForm {
  ctx: TenantContext;
  input: { form_id: string; idempotencyKey: string | undefined; submission: Submission };
}

/** What became of a submission. */
export type SubmittedForm = { submissionId: string; leadId: string | null; proof: string } | { arrivalId: string };

/** Faster than this nobody types; but a browser fills a form in for somebody who then only presses send. */
const FASTEST_TYPING_MS = 800;

/** A field that people do not see was filled in, or a link was posted faster than it can be typed. */
function looksLikeBot({ website, elapsed_ms: elapsedMs, message }: Submission): boolean {
  if ((website ?? '') !== '') return true;
  return elapsedMs !== undefined && elapsedMs < FASTEST_TYPING_MS && /https?:\/\/|www\./i.test(message ?? '');
}

/** What was written, then what was answered to the form's own questions: what a person and the assistant read. */
function messageOf({ form, dealership }: FormOfDealership, submission: Submission): string {
  const language = submission.language ?? dealership.language;
  const parts = [submission.message?.trim(), describeAnswers(submission.answers ?? {}, form, language)];
  return parts.filter(Boolean).join('\n\n');
}

async function payloadOf(found: FormOfDealership, submission: Submission): Promise<FormPayload> {
  const { form } = found;
  const vehicle = submission.vehicle_id ? await Vehicle.exists({ _id: submission.vehicle_id }) : null;
  return formPayload({
    source: 'website',
    channel: 'website',
    sourceDetail: form.name,
    name: submission.name,
    email: submission.email ?? null,
    phone: submission.phone ?? null,
    message: messageOf(found, submission),
    vehicleInterest: submission.vehicle_interest ?? null,
    vehicleId: vehicle ? (submission.vehicle_id ?? null) : null,
    language: submission.language ?? null,
    sourceUrl: submission.source_url ?? null,
    utm: submission.utm ?? {},
    consents: submission.consents ?? [],
    metadata: {
      form_id: form._id,
      ...(submission.referrer ? { referrer: submission.referrer } : {}),
      ...(submission.answers ? { answers: submission.answers } : {}),
    },
    trapped: looksLikeBot(submission),
  });
}

/** What decides whether two posts with one key are the same: the form and the body, whatever the order of its fields. */
function fingerprintOf(formId: string, submission: Submission): string {
  return sha256(formId + JSON.stringify(Object.entries(submission).sort(([one], [other]) => one.localeCompare(other))));
}

function checkSameRequest(arrival: ArrivalRecord, fingerprint: string): void {
  const payload = arrival.payload as { fingerprint?: string } | null;
  // What came in is forgotten after a while, its key is not: then it counts as the same.
  if (payload !== null && payload.fingerprint !== fingerprint)
    throw new Problem('idempotency_key_reused', { detail: 'Use a new Idempotency-Key for another submission.' });
}

/**
 * Takes in a submission of a form. With an Idempotency-Key, the arrival itself is the record that makes a retry answer
 * the same.
 * @throws Problem 404 for an unknown form, 422 without a way to answer
 */
export async function submitForm({ ctx, input }: SubmitForm): Promise<SubmittedForm> {
  const { services } = ctx;
  const { submission } = input;
  if (!submission.email && !submission.phone) {
    throw unprocessable([{ pointer: '#/email', detail: 'Give an e-mail address or a phone number.' }]);
  }
  const found = await findForm(ctx, input.form_id);
  const actorId = ctx.actor.type === 'api_key' ? ctx.actor.keyId : '';
  const fingerprint = fingerprintOf(found.form._id, submission);
  const payload = { ...(await payloadOf(found, submission)), fingerprint };
  const { arrival, repeated } = await recordArrival(services, {
    dealershipId: ctx.dealershipId,
    channel: 'website',
    ...(input.idempotencyKey ? { key: `key ${sha256(`${actorId} ${input.idempotencyKey}`)}` } : {}),
    test: ctx.test,
    payload,
    from: submission.email ?? submission.phone ?? null,
    subject: null,
    text: payload.message,
  });
  const submissionId = siblingId(arrival._id, 'sub');
  const proof = proveSubmission(services.env.encryptionKey, arrival._id, ctx.dealershipId, services.clock.now());
  if (repeated) {
    checkSameRequest(arrival, fingerprint);
    return arrival.state === 'done' ? { submissionId, leadId: arrival.lead_id, proof } : { arrivalId: arrival._id };
  }
  const worked = await workOnArrival(services, arrival).catch(() => null);
  if (!worked) return { arrivalId: arrival._id };
  services.background.track(worked.settled);
  return { submissionId, leadId: worked.leadId, proof };
}
