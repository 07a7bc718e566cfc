import { readPortalMail } from '../../channels/portals/read-portal-mail.ts';
import type { components } from '../../generated/openapi.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { type FieldError, notFound, Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { PortalTemplateModel, type PortalTemplateRecord } from './model.ts';
import { MAX_OWN_TEMPLATES, type OwnTemplate, ownTemplates, recordIdOf } from './own-templates.ts';
import { readArrivalMail } from './read-arrival-mail.ts';
import { rulesOfMarks } from './rules-of-marks.ts';

type Input = components['schemas']['PortalTemplateLayout'];
type Layout = NonNullable<PortalTemplateRecord['layout']>;

/** Domains that many people have their own mail at: a portal is none of them. */
const PEOPLES_DOMAINS = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com icloud.com me.com yahoo.com online.no'.split(' '),
);
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

function senderErrors(senders: readonly string[]): FieldError[] {
  return senders.flatMap((sender, index) => {
    const pointer = `#/senders/${index}`;
    if (!DOMAIN.test(sender)) return [{ pointer, detail: 'This is not a domain, such as finn.no.' }];
    if (PEOPLES_DOMAINS.has(sender)) return [{ pointer, detail: 'People have their own mail there.' }];
    return [];
  });
}

/**
 * The layout that the marks in a real mail make.
 * @throws Problem 404 for the mail, 422 for a sender that is no domain, or marks by which that very mail cannot be read
 */
async function layoutOf(ctx: TenantContext, input: Input): Promise<Layout> {
  const senders = [...new Set(input.senders.map((sender) => sender.trim().toLowerCase().replace(/^@/, '')))];
  const errors = senderErrors(senders);
  if (errors.length > 0) throw unprocessable(errors);
  const { mail } = await readArrivalMail(ctx, input.arrival_id);
  const rules = rulesOfMarks(input.marks, mail);
  const reading = readPortalMail({ rules }, mail);
  if (!reading.fits) {
    const detail = `By these marks the mail does not tell: ${reading.missing.join(', ')}. Mark who wrote as well.`;
    throw unprocessable([{ pointer: '#/marks', detail }]);
  }
  const words = (input.subject_words ?? []).map((word) => word.trim()).filter((word) => word !== '');
  return { name: input.name.trim(), senders, subject_words: words, rules };
}

async function templateOf(id: string): Promise<OwnTemplate> {
  const found = (await ownTemplates()).find(({ template }) => template.id === id);
  if (!found) throw notFound();
  return found;
}

/**
 * Makes a template of a real mail.
 * @throws Problem 404, 409 for more than 50, 422
 */
export async function createPortalTemplate({ ctx, input }: { ctx: TenantContext; input: Input }): Promise<OwnTemplate> {
  const layout = await layoutOf(ctx, input);
  const count = await PortalTemplateModel.countDocuments({});
  if (count >= MAX_OWN_TEMPLATES) throw new Problem('conflict', { detail: 'There are 50 templates already.' });
  const id = creationIdFor(ctx, 'ptl');
  const record = {
    template_id: id,
    enabled: true,
    layout,
    last_fit_at: null,
    misfit: null,
    created_at: ctx.services.clock.now(),
  };
  await PortalTemplateModel.updateOne({ _id: id }, { $setOnInsert: record }, { upsert: true });
  return templateOf(id);
}

/**
 * Mends a template by a real mail, or turns it off or on.
 * @throws Problem 404, 422
 */
export async function updatePortalTemplate({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { portal_template_id: string; enabled?: boolean | undefined; layout?: Input | undefined };
}): Promise<OwnTemplate> {
  const before = await templateOf(input.portal_template_id);
  const layout = input.layout === undefined ? undefined : await layoutOf(ctx, input.layout);
  const sets = {
    ...(input.enabled === undefined ? {} : { enabled: input.enabled }),
    // What did not fit the old layout says nothing of the new one.
    ...(layout === undefined ? {} : { layout, misfit: null }),
  };
  const blank = {
    template_id: before.template.id,
    enabled: true,
    layout: null,
    last_fit_at: null,
    misfit: null,
    created_at: ctx.services.clock.now(),
  };
  const onInsert = Object.fromEntries(Object.entries(blank).filter(([name]) => !(name in sets)));
  const id = before.builtIn ? recordIdOf(before.template.id) : before.template.id;
  await PortalTemplateModel.updateOne({ _id: id }, { $set: sets, $setOnInsert: onInsert }, { upsert: before.builtIn });
  return templateOf(before.template.id);
}

/**
 * Removes a template; a built-in one is again as it came.
 * @throws Problem 404
 */
export async function deletePortalTemplate({ input }: { input: { portal_template_id: string } }): Promise<void> {
  const { template, builtIn } = await templateOf(input.portal_template_id);
  await PortalTemplateModel.deleteOne({ _id: builtIn ? recordIdOf(template.id) : template.id });
}
