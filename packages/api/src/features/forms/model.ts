import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** Texts of a form in one language; what is missing comes from the built-in texts. */
export interface FormTexts {
  heading?: string;
  intro?: string;
  submit_label?: string;
  success_title?: string;
  success_text?: string;
  consent_text?: string;
}

/** A form that the widget shows. */
export interface FormRecord {
  _id: string;
  dealership_id: string;
  name: string;
  texts: Partial<Record<Language, FormTexts>>;
  consent: { version: string; required: boolean } | null;
  accent: string;
  created_at: Date;
}

const schema = new mongoose.Schema<FormRecord>(
  {
    _id: String,
    name: String,
    texts: mongoose.Schema.Types.Mixed,
    consent: mongoose.Schema.Types.Mixed,
    accent: String,
    created_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });

export const Form = defineTenantModel('Form', 'forms', schema);
