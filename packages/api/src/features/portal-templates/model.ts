import mongoose from 'mongoose';
import type { PortalField, PortalRule } from '../../channels/portals/portal-template.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** What a dealership made of a template, and how the template does with its mails. */
export interface PortalTemplateRecord {
  /** `ptl_…` for one of its own; for a built-in one an id that follows from the dealership and the template. */
  _id: string;
  dealership_id: string;
  /** The built-in template that this stands for, or its own id. */
  template_id: string;
  enabled: boolean;
  /** Null where the built-in template is used as it comes. */
  layout: { name: string; senders: string[]; subject_words: string[]; rules: PortalRule[] } | null;
  last_fit_at: Date | null;
  /** The last mail that looked like one of this portal and could not be read by the template. */
  misfit: { arrival_id: string; at: Date; missing: PortalField[] } | null;
  created_at: Date;
}

const Mixed = mongoose.Schema.Types.Mixed;
const schema = new mongoose.Schema<PortalTemplateRecord>(
  {
    _id: String,
    template_id: String,
    enabled: Boolean,
    layout: Mixed,
    last_fit_at: Date,
    misfit: Mixed,
    created_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, template_id: 1 }, { unique: true });

export const PortalTemplateModel = defineTenantModel('PortalTemplate', 'portal_templates', schema);
