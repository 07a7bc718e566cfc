import { type Announcement, announce } from './announce.ts';
import type { FormSubmission } from './contract.ts';
import { type Courier, createCourier, type Delivered } from './courier.ts';
import { createOutbox, type OutboxEntry } from './outbox.ts';
import { randomKey } from './random-key.ts';
import type { WidgetSettings } from './settings.ts';

/** Where all forms of a page hand in what is to be sent. */
export interface PostOffice extends Courier {
  readonly landingUrl: string;
  entryOf(form: string, submission: FormSubmission): OutboxEntry;
  /** Calls back once when an entry that was queued has been sent or refused. */
  onLate(key: string, listener: (dispatch: Delivered) => void): void;
}

/** What may be told of a delivery that is over. */
export function newsOf(dispatch: Delivered): [name: Announcement, facts: object] {
  if (dispatch.kind === 'sent') return ['sent', { submission_id: dispatch.submissionId }];
  const { code, request_id } = dispatch.problem;
  return ['error', { status: dispatch.status, code, request_id }];
}

/** What an earlier page wrote and this one got through: nobody is left to tell but the page itself. */
function announceLate({ form, submission }: OutboxEntry, dispatch: Delivered): void {
  const [name, facts] = newsOf(dispatch);
  announce(document, name, { form, vehicle: submission.vehicle_interest, ...facts }, true);
}

/** Wires the page's network, clock and storage together, and sends what an earlier page could not. */
export function openPostOffice({ api, key: apiKey, landingUrl }: WidgetSettings): PostOffice {
  const listeners = new Map<string, (dispatch: Delivered) => void>();
  const outbox = createOutbox(() => localStorage, Date.now);
  const network = {
    isOnline: () => navigator.onLine,
    now: Date.now,
    random: Math.random,
    pause: (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  };
  const onLate = (entry: OutboxEntry, dispatch: Delivered): void => {
    const listener = listeners.get(entry.key);
    listeners.delete(entry.key);
    if (listener) listener(dispatch);
    else announceLate(entry, dispatch);
  };
  const courier = createCourier(outbox, network, setTimeout, onLate);
  addEventListener('online', () => courier.flush());
  void courier.flush();
  return {
    ...courier,
    landingUrl,
    entryOf: (form, submission) => ({ key: randomKey(), api, apiKey, form, submission, sentAtMs: Date.now() }),
    onLate: (key, listener) => listeners.set(key, listener),
  };
}
