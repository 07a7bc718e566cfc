import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Membership } from '../users/model.ts';
import { changeEscalation } from './change-escalation.ts';
import { findEscalation } from './find-escalation.ts';
import type { EscalationRecord } from './model.ts';

interface AssignEscalation {
  ctx: TenantContext;
  input: { escalation_id: string; user_id?: string | null; take_over?: boolean };
}

type Person = EscalationRecord['assigned_to'];

async function personOf({ ctx, input }: AssignEscalation): Promise<Person> {
  if (input.user_id === null) return null;
  const userId = input.user_id ?? (ctx.actor.type === 'user' ? ctx.actor.userId : null);
  if (userId === null) throw unprocessable([{ pointer: '#/user_id', detail: 'A key has to say who takes it.' }]);
  const member = await Membership.findOne({ user_id: userId, status: 'active' }).lean();
  if (!member || member.role === 'viewer')
    throw unprocessable([{ pointer: '#/user_id', detail: 'is not a colleague who can take it' }]);
  return { id: member.user_id, name: member.name };
}

/** Only what a person took is theirs: the rep of a lead is a suggestion. */
function takenBySomebodyElse(ctx: TenantContext, escalation: EscalationRecord, person: Person): string | null {
  if (escalation.taken_at === null || escalation.assigned_to === null) return null;
  const own = ctx.actor.type === 'user' && ctx.actor.userId === escalation.assigned_to.id;
  return own || escalation.assigned_to.id === person?.id ? null : escalation.assigned_to.name;
}

/** Whether the escalation is theirs already, or, for `null`, free as one that nobody has taken. */
function isWith(escalation: EscalationRecord, person: Person): boolean {
  const isTaken = escalation.taken_at !== null;
  return isTaken === (person !== null) && escalation.assigned_to?.id === person?.id;
}

/**
 * Gives an escalation to a colleague, to oneself when nobody is named, or back to the queue.
 * @throws Problem 404, 409 when somebody else has taken it and `take_over` is not set, 422 for who is no colleague
 */
export async function assignEscalation({ ctx, input }: AssignEscalation): Promise<EscalationRecord> {
  const escalation = await findEscalation(ctx, input.escalation_id);
  const person = await personOf({ ctx, input });
  if (escalation.state === 'resolved') throw new Problem('conflict', { detail: 'It is resolved; reopen it first.' });
  const other = takenBySomebodyElse(ctx, escalation, person);
  if (other !== null && !input.take_over) throw new Problem('conflict', { detail: `${other} has taken it.` });
  if (isWith(escalation, person)) return escalation;
  const taken = { assigned_to: person, taken_at: person === null ? null : ctx.services.clock.now() };
  const updated = await changeEscalation(ctx, escalation, taken, { taken_at: escalation.taken_at });
  if (updated) return updated;
  const now = await findEscalation(ctx, input.escalation_id);
  if (isWith(now, person)) return now;
  throw new Problem('conflict', { detail: `${now.assigned_to?.name ?? 'Somebody'} was faster.` });
}
