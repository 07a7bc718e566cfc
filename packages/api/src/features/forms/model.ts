import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

/** Texts of a form in one language; what is missing comes from the built-in texts. */
export type FormTexts = components['schemas']['FormTexts'];
/** One text in several languages. */
export type Labels = Partial<Record<Language, string>>;

/** A field as the dealership made it. */
export interface FieldRecord {
  name: string;
  type: components['schemas']['FormFieldType'];
  required: boolean;
  step: number;
  labels: Labels;
  hints: Labels;
  options: { value: string; labels: Labels }[];
  value: string | null;
}

/** A wording of the consent box, kept for as long as somebody may have agreed to it. */
export interface ConsentVersion {
  version: string;
  texts: Record<Language, string>;
  created_at: Date;
}

/** A form that the widget shows. */
export interface FormRecord {
  _id: string;
  dealership_id: string;
  name: string;
  fields: FieldRecord[];
  texts: Partial<Record<Language, FormTexts>>;
  consent: { version: string; required: boolean } | null;
  /** Every wording there has been, oldest first. */
  consent_versions: ConsentVersion[];
  accent: string;
  radius: number;
  /** Sites that may use it, among those of the key; empty for all of them. */
  allowed_origins: string[];
  version: number;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

const schema = new mongoose.Schema<FormRecord>(
  {
    _id: String,
    name: String,
    fields: mongoose.Schema.Types.Mixed,
    texts: mongoose.Schema.Types.Mixed,
    consent: mongoose.Schema.Types.Mixed,
    consent_versions: mongoose.Schema.Types.Mixed,
    accent: String,
    radius: Number,
    allowed_origins: [String],
    version: Number,
    created_at: Date,
    updated_at: Date,
    archived_at: Date,
  },
  { ...schemaOptions, minimize: false },
);
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });

export const Form = defineTenantModel('Form', 'forms', schema);
