import mongoose from 'mongoose';
import type { MessageRecord } from '../features/messages/model.ts';
import { Vehicle } from '../features/vehicles/model.ts';

/**
 * Whether a car that the assistant's words speak of was changed or removed since they were written: a model takes its
 * time, and a try that the provider refused may be hours old. False for what a person wrote or approved.
 */
export async function isOutdated(message: MessageRecord): Promise<boolean> {
  const { sender_type, written_at, approved_by, claims } = message;
  if (sender_type !== 'ai' || !written_at || approved_by) return false;
  const ids = [
    ...new Set(claims.flatMap(({ source, source_id }) => (source === 'vehicle' && source_id ? [source_id] : []))),
  ];
  if (ids.length === 0) return false;
  const unchanged = await Vehicle.countDocuments({
    _id: mongoose.trusted({ $in: ids }),
    updated_at: mongoose.trusted({ $lte: written_at }),
  });
  return unchanged < ids.length;
}
