type Dated = { _id: string; created_at: Date };

/** Whether a message comes after another; of two of one millisecond one does, and always the same. */
export function isNewer(one: Dated, other: Dated): boolean {
  const gapMs = one.created_at.getTime() - other.created_at.getTime();
  return gapMs === 0 ? one._id > other._id : gapMs > 0;
}
