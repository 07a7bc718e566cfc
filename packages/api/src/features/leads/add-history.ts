import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { insertRecords } from '../../database/insert-records.ts';
import type { Actor } from '../../http/request-context.ts';
import { newId } from '../../lib/ids.ts';
import { type HistoryRecord, LeadHistory } from './history-model.ts';

export type HistoryActor = HistoryRecord['actor'];

/** One thing that happened to a lead. */
export interface HistoryInput {
  leadId: string;
  type: HistoryRecord['type'];
  actor: HistoryActor;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  occurredAt: Date;
  /** Given where a step may be run again: the second time then adds nothing. */
  id?: string;
}

export const SYSTEM: HistoryActor = { type: 'system', name: null };

/** Names the sender of a request for the history. */
export function historyActor(actor: Actor): HistoryActor {
  const type = actor.type === 'visitor' ? 'customer' : actor.type;
  return { type, name: actor.name };
}

/** Adds entries to the history of leads of the current dealership. */
export async function addHistory(...inputs: HistoryInput[]): Promise<void> {
  if (inputs.length === 0) return;
  const records = inputs.map((input) => ({
    _id: input.id ?? newId('hist', input.occurredAt),
    lead_id: input.leadId,
    type: input.type,
    actor: input.actor,
    from: input.from ?? null,
    to: input.to ?? null,
    reason: input.reason ?? null,
    occurred_at: input.occurredAt,
  }));
  try {
    await insertRecords(LeadHistory, records);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
