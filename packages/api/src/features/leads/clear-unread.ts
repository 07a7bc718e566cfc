import { Lead, type LeadRecord } from './model.ts';

/**
 * Takes the unread mark off a lead that somebody has seen; tells whether it did. It stays where anything changed since
 * the lead was read from the database: a message that came meanwhile was seen by nobody.
 */
export async function clearUnread({ _id, version }: Pick<LeadRecord, '_id' | 'version'>): Promise<boolean> {
  const cleared = await Lead.updateOne({ _id, version, unread: true }, { $set: { unread: false } });
  return cleared.modifiedCount === 1;
}
