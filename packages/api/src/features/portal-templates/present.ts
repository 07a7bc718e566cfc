import type { PortalRule } from '../../channels/portals/portal-template.ts';
import type { PortalReading } from '../../channels/portals/read-portal-mail.ts';
import type { components } from '../../generated/openapi.ts';
import type { OwnTemplate } from './own-templates.ts';
import type { ArrivalMail } from './read-arrival-mail.ts';

type Schemas = components['schemas'];

function presentRule({ field, in: place, before, until, place: where, occurrence, optional }: PortalRule): PortalRule {
  return { field, in: place, before, until, place: where, occurrence, optional };
}

/** What clients see of a portal's template. */
export function presentPortalTemplate({
  template,
  builtIn,
  mended,
  enabled,
  record,
}: OwnTemplate): Schemas['PortalTemplate'] {
  const misfit = record?.misfit ?? null;
  return {
    id: template.id,
    name: template.name,
    built_in: builtIn,
    assumed: template.assumed,
    mended: builtIn && mended,
    enabled,
    senders: [...template.senders],
    subject_words: [...template.subjectWords],
    rules: template.rules.map(presentRule),
    last_fit_at: record?.last_fit_at?.toISOString() ?? null,
    misfit: misfit && {
      arrival_id: misfit.arrival_id,
      at: misfit.at.toISOString(),
      missing: [...misfit.missing],
    },
  };
}

/** What clients see of how a mail would be read. */
export function presentPreview(rules: readonly PortalRule[], reading: PortalReading): Schemas['PortalPreview'] {
  return {
    fits: reading.fits,
    values: Object.entries(reading.fits ? reading.values : {}).map(([field, value]) => ({
      field: field as Schemas['PortalField'],
      value,
    })),
    missing: reading.fits ? [] : reading.missing,
    rules: rules.map(presentRule),
  };
}

/** What clients see of the mail of an arrival. */
export function presentArrivalMail({ arrival, from, mail }: ArrivalMail): Schemas['ArrivalMail'] {
  return { arrival_id: arrival._id, from, subject: mail.subject, text: mail.text, reply_to: mail.replyTo };
}
