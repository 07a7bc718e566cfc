import { announce } from './announce.ts';
import type { FormSubmission } from './contract.ts';
import { type Courier, createCourier, type Dispatch } from './courier.ts';
import { createOutbox, type OutboxEntry } from './outbox.ts';
import { randomKey } from './random-key.ts';
import type { WidgetSettings } from './settings.ts';

/** Where all forms of a page hand in what is to be sent. */
export interface PostOffice extends Courier {
  readonly landingUrl: string;
  entryOf(form: string, submission: FormSubmission): OutboxEntry;
  /** Calls back once when an entry that was queued has been sent or refused. */
  onLate(key: string, listener: (dispatch: Dispatch) => void): void;
}

/** What an earlier page wrote and this one got through: nobody is left to tell but the page itself. */
function announceLate({ form, submission }: OutboxEntry, dispatch: Dispatch): void {
  const facts = { form, vehicle: submission.vehicle_interest };
  if (dispatch.kind === 'sent') {
    announce(document, 'sent', { ...facts, submission_id: dispatch.submissionId }, true);
  } else if (dispatch.kind === 'refused') {
    const { code, request_id } = dispatch.problem;
    announce(document, 'error', { ...facts, status: dispatch.status, code, request_id }, true);
  }
}

/** Wires the page's network, clock and storage together, and sends what an earlier page could not. */
export function openPostOffice({ api, key: apiKey, landingUrl }: WidgetSettings): PostOffice {
  const listeners = new Map<string, (dispatch: Dispatch) => void>();
  const outbox = createOutbox(() => localStorage, Date.now);
  const network = {
    fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
    isOnline: () => navigator.onLine,
    now: Date.now,
    random: Math.random,
    pause: (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  };
  const onLate = (entry: OutboxEntry, dispatch: Dispatch): void => {
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
