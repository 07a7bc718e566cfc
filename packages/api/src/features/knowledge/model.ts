import mongoose from 'mongoose';
import type { Language } from '../../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

export type KnowledgeKind = components['schemas']['KnowledgeKind'];
export type KnowledgeOrigin = components['schemas']['KnowledgeOrigin'];
export type KnowledgeChange = components['schemas']['KnowledgeChange'];

/** A question and its answer in another language than the entry's own. */
export interface KnowledgeTranslation {
  language: Language;
  title: string;
  text: string;
}

/** What people may change of an entry; every version holds all of it. */
export interface KnowledgeContent {
  title: string;
  /** A document in Markdown, or the answer to a question. */
  text: string;
  language: Language;
  category: string | null;
  translations: KnowledgeTranslation[];
  /** First and last day it holds, `YYYY-MM-DD` in the dealership's time zone. */
  valid_from: string | null;
  valid_to: string | null;
  enabled: boolean;
}

/** Something a dealership knows: a document or an answered question. */
export interface KnowledgeEntryRecord extends KnowledgeContent {
  _id: string;
  dealership_id: string;
  kind: KnowledgeKind;
  origin: KnowledgeOrigin;
  file_name: string | null;
  pages: number | null;
  url: string | null;
  fetched_at: Date | null;
  characters: number;
  /** Counted from 1; with it goes one version that keeps how the entry was. */
  version: number;
  change: KnowledgeChange;
  changed_by: string;
  created_at: Date;
  updated_at: Date;
}

/** The fields that a list reads of an entry as they are. */
export const summaryFields = [
  'kind',
  'origin',
  'title',
  'characters',
  'language',
  'category',
  'valid_from',
  'valid_to',
  'enabled',
  'file_name',
  'url',
  'version',
  'changed_by',
  'updated_at',
] as const;

/** What a list reads of an entry: the beginning of its text, and in which languages there is another. */
export interface KnowledgeSummaryRecord
  extends Pick<KnowledgeEntryRecord, '_id' | 'text' | (typeof summaryFields)[number]> {
  translations: Pick<KnowledgeTranslation, 'language'>[];
}

/** The fields of the content, as every model that holds it declares them. */
export const contentFields = {
  title: String,
  text: String,
  language: String,
  category: String,
  translations: [{ _id: false, language: String, title: String, text: String }],
  valid_from: String,
  valid_to: String,
  enabled: Boolean,
} as const;

const schema = new mongoose.Schema<KnowledgeEntryRecord>(
  {
    _id: String,
    kind: String,
    origin: String,
    ...contentFields,
    file_name: String,
    pages: Number,
    url: String,
    fetched_at: Date,
    characters: Number,
    version: Number,
    change: String,
    changed_by: String,
    created_at: Date,
    updated_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, updated_at: -1, _id: -1 });
schema.index({ dealership_id: 1, category: 1, updated_at: -1, _id: -1 });

export const KnowledgeEntry = defineTenantModel('KnowledgeEntry', 'knowledge_entries', schema);
