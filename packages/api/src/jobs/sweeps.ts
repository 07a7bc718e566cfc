import { giveUpSilentLeads, runDueFollowUps } from '../automation/run-follow-ups.ts';
import { deliverDue } from '../delivery/deliver.ts';
import { mailUnreadChats } from '../delivery/mail-unread-chats.ts';
import { reconcileMessages } from '../delivery/reconcile.ts';
import { forgetAttachments } from '../features/attachments/forget-attachments.ts';
import { lookAfterConnections } from '../features/connections/look-after-connections.ts';
import { resealTokens } from '../features/connections/reseal-tokens.ts';
import { resealWebhookSecrets } from '../features/webhooks/reseal-webhook-secrets.ts';
import { forgetOldArrivals } from '../intake/forget-old-arrivals.ts';
import { sweepArrivals } from '../intake/work-on-arrival.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import type { Services } from '../services.ts';

/** Messages one process writes and sends at a time; most of the time of each is spent waiting for a provider. */
export const CONCURRENCY = 6;

/** A recurring job: what it does and how often it is looked at. */
export interface Sweep {
  name: string;
  everyMs: number;
  run(services: Services, signal: AbortSignal): Promise<unknown>;
}

/**
 * Agenda is only the alarm clock: the work itself is found in our own collections and claimed by compare-and-set, so a
 * job that is lost is made up for by the next, and one that runs twice finds nothing left to do.
 */
export const SWEEPS: readonly Sweep[] = [
  {
    name: 'deliver messages',
    everyMs: 2 * SECOND_MS,
    run: (services, signal) => deliverDue(services, CONCURRENCY, { signal }),
  },
  // As often as the shortest wait of an arrival whose provider was not ready.
  { name: 'finish arrivals', everyMs: 2 * SECOND_MS, run: sweepArrivals },
  { name: 'reconcile messages', everyMs: 15 * SECOND_MS, run: reconcileMessages },
  { name: 'look after connections', everyMs: 30 * SECOND_MS, run: lookAfterConnections },
  { name: 'mail unread chats', everyMs: 15 * SECOND_MS, run: mailUnreadChats },
  { name: 'queue follow-ups', everyMs: 30 * SECOND_MS, run: runDueFollowUps },
  { name: 'give up silent leads', everyMs: 10 * MINUTE_MS, run: giveUpSilentLeads },
  { name: 'forget attachments', everyMs: HOUR_MS, run: forgetAttachments },
  { name: 'reseal tokens', everyMs: HOUR_MS, run: resealTokens },
  { name: 'reseal webhook secrets', everyMs: HOUR_MS, run: resealWebhookSecrets },
  { name: 'forget old arrivals', everyMs: 6 * HOUR_MS, run: forgetOldArrivals },
];
