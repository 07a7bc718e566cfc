import type { PortalTemplate } from '../../channels/portals/portal-template.ts';
import { builtInTemplates } from '../../channels/portals/templates/built-in.ts';
import { derivedId } from '../../lib/ids.ts';
import { currentTenant } from '../../tenancy/context.ts';
import { PortalTemplateModel, type PortalTemplateRecord } from './model.ts';

/** A template as the current dealership has it. */
export interface OwnTemplate {
  template: PortalTemplate;
  builtIn: boolean;
  /** Whether its layout is the dealership's own and not the one that comes with the product. */
  mended: boolean;
  enabled: boolean;
  record: PortalTemplateRecord | null;
}

/** More are not made: each is tried on every mail of its portal. */
export const MAX_OWN_TEMPLATES = 50;

/** The id of the record of a built-in template: the same whoever makes it first. */
export function recordIdOf(builtInId: string): string {
  return derivedId('ptl', `${currentTenant(PortalTemplateModel.modelName)} ${builtInId}`);
}

function withLayout(template: PortalTemplate, layout: PortalTemplateRecord['layout']): PortalTemplate {
  if (layout === null) return template;
  const { name, senders, subject_words: subjectWords, rules } = layout;
  return { id: template.id, name, senders, subjectWords, rules, assumed: false };
}

const BLANK = { name: '', senders: [], subjectWords: [], rules: [], assumed: false };

/** All templates of the current dealership: its own first, because what it made of a real mail is worth more. */
export async function ownTemplates(): Promise<OwnTemplate[]> {
  const records = await PortalTemplateModel.find({})
    .sort({ created_at: 1, _id: 1 })
    .limit(MAX_OWN_TEMPLATES + builtInTemplates.length)
    .lean<PortalTemplateRecord[]>();
  const byId = new Map(records.map((record) => [record.template_id, record]));
  const own = records
    .filter(({ template_id: id, layout }) => layout !== null && !builtInTemplates.some((one) => one.id === id))
    .map((record) => ({
      template: withLayout({ id: record.template_id, ...BLANK }, record.layout),
      builtIn: false,
      mended: true,
      enabled: record.enabled,
      record,
    }));
  const builtIn = builtInTemplates.map((template) => {
    const record = byId.get(template.id) ?? null;
    const layout = record?.layout ?? null;
    return {
      template: withLayout(template, layout),
      builtIn: true,
      mended: layout !== null,
      enabled: record?.enabled ?? true,
      record,
    };
  });
  return [...own, ...builtIn];
}
