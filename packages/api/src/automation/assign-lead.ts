import mongoose from 'mongoose';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Membership, type MembershipRecord, type Role } from '../features/users/model.ts';

/** Sales reps first; where there are none, whoever runs the place. */
const TURNS: readonly (readonly Role[])[] = [['sales_rep'], ['manager'], ['admin']];

async function nextInTurn(now: Date): Promise<MembershipRecord | null> {
  for (const roles of TURNS) {
    const rep = await Membership.findOneAndUpdate(
      { status: 'active', role: mongoose.trusted({ $in: [...roles] }) },
      { last_assigned_at: now },
      { sort: { last_assigned_at: 1, _id: 1 }, returnDocument: 'after' },
    ).lean<MembershipRecord>();
    if (rep) return rep;
  }
  return null;
}

/** Gives a lead to the person who has waited longest for one, unless somebody has it; tells who has it and whether that is new. */
export async function assignLead(
  lead: LeadRecord,
  now: Date,
): Promise<{ rep: MembershipRecord; fresh: boolean } | null> {
  if (lead.assigned_to) {
    const rep = await Membership.findOne({ user_id: lead.assigned_to.id, status: 'active' }).lean<MembershipRecord>();
    if (rep) return { rep, fresh: false };
  }
  const rep = await nextInTurn(now);
  if (!rep) return null;
  const given = await Lead.updateOne(
    { _id: lead._id, assigned_to: lead.assigned_to },
    { $set: { assigned_to: { id: rep.user_id, name: rep.name } }, $inc: { version: 1 } },
  );
  if (given.modifiedCount === 1) return { rep, fresh: true };
  // Somebody gave it away meanwhile: it is that person who must know.
  const current = await Lead.findOne({ _id: lead._id }, { assigned_to: 1 }).lean();
  const owner = await Membership.findOne({ user_id: current?.assigned_to?.id ?? '' }).lean<MembershipRecord>();
  return { rep: owner ?? rep, fresh: false };
}
