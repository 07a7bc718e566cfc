import mongoose from 'mongoose';
import { Lead } from './model.ts';

/** The ids of those leads that are deleted just now: what hangs on them is not shown. */
export async function deletedAmong(leadIds: readonly (string | null)[]): Promise<Set<string>> {
  const asked = [...new Set(leadIds)].filter((id) => id !== null);
  if (asked.length === 0) return new Set();
  const deleted = await Lead.find(
    { _id: mongoose.trusted({ $in: asked }), deleted_at: mongoose.trusted({ $ne: null }) },
    { _id: 1 },
  ).lean();
  return new Set(deleted.map(({ _id }) => _id));
}
