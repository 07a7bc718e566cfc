import mongoose, { type Model } from 'mongoose';
import { decodeCursor, encodeCursor } from './cursor.ts';

const DEFAULT_LIMIT = 25;

/** What a list operation is asked for. */
export interface PageRequest {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** One page of a list. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor: string | null;
}

interface PageQuery<T> {
  filter: Record<string, unknown>;
  /** The date field the list is ordered by; the id breaks ties. */
  orderBy: keyof T & string;
  direction: 'newest_first' | 'oldest_first';
  request: PageRequest;
  /** What is read of each where a list shows less than all of it: a projection. */
  fields?: Record<string, unknown>;
}

/** Reads one page by key set: the cost does not grow with how far down the list it is. */
export async function findPage<T extends { _id: string }, Row extends { _id: string } = T>(
  model: Model<T>,
  query: PageQuery<T>,
): Promise<Page<Row>> {
  const limit = query.request.limit ?? DEFAULT_LIMIT;
  const cursor = decodeCursor(query.request.cursor);
  const sign = query.direction === 'newest_first' ? -1 : 1;
  const beyond = sign === -1 ? '$lt' : '$gt';
  const filter: Record<string, unknown> = { ...query.filter };
  if (cursor) {
    filter.$and = mongoose.trusted([
      { [query.orderBy]: mongoose.trusted({ [`${beyond}e`]: cursor.at }) },
      {
        $or: [
          { [query.orderBy]: mongoose.trusted({ [beyond]: cursor.at }) },
          { [query.orderBy]: cursor.at, _id: mongoose.trusted({ [beyond]: cursor.id }) },
        ],
      },
    ]);
  }
  const found = await model
    .find(filter, query.fields)
    .sort({ [query.orderBy]: sign, _id: sign })
    .limit(limit + 1)
    .lean<Row[]>();
  const data = found.slice(0, limit);
  const last = data.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return {
    data,
    has_more: hasMore,
    next_cursor: hasMore ? encodeCursor({ at: last[query.orderBy as keyof Row & string] as Date, id: last._id }) : null,
  };
}

/** Turns a page of records into a page of what clients see. */
export function presentPage<T, U>(page: Page<T>, present: (record: T) => U): Page<U> {
  return { ...page, data: page.data.map(present) };
}
