import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** What customers asked and nobody's knowledge answered; the same question is one record. */
export interface UnansweredQuestionRecord {
  _id: string;
  dealership_id: string;
  question: string;
  language: Language;
  state: 'open' | 'answered' | 'dismissed';
  times: number;
  /** The messages that answered without it, newest last: a re-run counts once. */
  asked_in: string[];
  lead_id: string;
  /** The entry it became. */
  entry_id: string | null;
  first_asked_at: Date;
  last_asked_at: Date;
}

const schema = new mongoose.Schema<UnansweredQuestionRecord>(
  {
    _id: String,
    question: String,
    language: String,
    state: String,
    times: Number,
    asked_in: [String],
    lead_id: String,
    entry_id: String,
    first_asked_at: Date,
    last_asked_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, state: 1, last_asked_at: -1, _id: -1 });

export const UnansweredQuestion = defineTenantModel('UnansweredQuestion', 'knowledge_questions', schema);
