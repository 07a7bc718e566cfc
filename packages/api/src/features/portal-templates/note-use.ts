import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { PortalTemplateModel, type PortalTemplateRecord } from './model.ts';
import { type OwnTemplate, recordIdOf } from './own-templates.ts';

type Use = Pick<PortalTemplateRecord, 'last_fit_at'> | Pick<PortalTemplateRecord, 'misfit'>;

/** Notes with a template that it fitted a mail, or did not; what fits again is no longer shown as a misfit. */
export async function noteUse({ template, builtIn }: OwnTemplate, use: Use, now: Date): Promise<void> {
  const id = builtIn ? recordIdOf(template.id) : template.id;
  const fits = 'last_fit_at' in use;
  const sets = { ...use, ...(fits ? { misfit: null } : {}) };
  const blank = { template_id: template.id, enabled: true, layout: null, created_at: now };
  try {
    // A built-in template has no record until its first mail; one of the dealership's own that is gone stays gone.
    await PortalTemplateModel.updateOne(
      { _id: id },
      { $set: sets, ...(builtIn ? { $setOnInsert: { ...blank, ...(fits ? {} : { last_fit_at: null }) } } : {}) },
      { upsert: builtIn },
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await PortalTemplateModel.updateOne({ _id: id }, { $set: sets });
  }
}
