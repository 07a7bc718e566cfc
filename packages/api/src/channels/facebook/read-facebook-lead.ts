import type { FacebookLead } from '../../intake/facebook-lead-payload.ts';

const MAX_FIELDS = 100;
const MAX_VALUES = 20;
const MAX_TEXT = 4000;

/** The fields of a lead that are asked for. */
export const LEAD_FIELDS =
  'id,created_time,form_id,ad_id,ad_name,campaign_id,campaign_name,platform,is_organic,field_data,custom_disclaimer_responses';

function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value.replaceAll('\u0000', '').slice(0, MAX_TEXT) : null;
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, MAX_FIELDS).map((item) => Object(item) as Record<string, unknown>) : [];
}

/**
 * Reads a lead of the Graph API
 * (https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving); what is missing or of another type
 * is left out.
 */
export function readFacebookLead(body: Record<string, unknown>): FacebookLead {
  return {
    createdAt: text(body.created_time),
    formId: text(body.form_id),
    adId: text(body.ad_id),
    adName: text(body.ad_name),
    campaignId: text(body.campaign_id),
    campaignName: text(body.campaign_name),
    platform: text(body.platform),
    organic: body.is_organic === true,
    fields: records(body.field_data).flatMap(({ name, values }) => {
      const label = text(name);
      const given = (Array.isArray(values) ? values : [values]).slice(0, MAX_VALUES).map(text);
      return label === null ? [] : [{ name: label.slice(0, 200), values: given.filter((value) => value !== null) }];
    }),
    consents: records(body.custom_disclaimer_responses).flatMap((response) => {
      const version = text(response.checkbox_key);
      return version === null ? [] : [{ version: version.slice(0, 100), granted: isChecked(response.is_checked) }];
    }),
  };
}

function isChecked(value: unknown): boolean {
  return value === true || value === '1' || value === 'true' || value === 1;
}
