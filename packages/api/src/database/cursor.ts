import { invalidRequest } from '../http/problem.ts';

/** A place in a list that is ordered by a time and then an id. */
export interface ListCursor {
  at: Date;
  id: string;
}

/** Writes a cursor as the opaque text a client gets. */
export function encodeCursor(cursor: ListCursor): string {
  return Buffer.from(`${cursor.at.getTime()} ${cursor.id}`).toString('base64url');
}

/**
 * Reads a cursor back.
 * @throws Problem 400 when it is not one that `encodeCursor` made
 */
export function decodeCursor(text: string | undefined): ListCursor | null {
  if (text === undefined) return null;
  const match = /^(\d{1,15}) ([a-z]+_[0-9A-Z]{26})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match?.[1] || !match[2]) throw badCursor();
  const cursor = { at: new Date(Number(match[1])), id: match[2] };
  if (encodeCursor(cursor) !== text) throw badCursor();
  return cursor;
}

function badCursor() {
  return invalidRequest([{ pointer: '?cursor', detail: 'is not a next_cursor of this list' }]);
}
