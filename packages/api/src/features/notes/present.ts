import type { components } from '../../generated/openapi.ts';
import type { NoteRecord } from './model.ts';

/** What colleagues see of a note. */
export function presentNote(record: NoteRecord): components['schemas']['Note'] {
  return { id: record._id, text: record.text, author: record.author, created_at: record.created_at.toISOString() };
}
