import { normaliseEmail } from '../../channels/email-address.ts';
import type { components } from '../../generated/openapi.ts';
import { type FieldError, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { assistantSets } from '../assistant/assistant-sets.ts';
import { inOrder, isTimeZone, openingHoursErrors } from './check-settings.ts';
import { forgetDealership } from './find-dealership.ts';
import { getDealership } from './get-dealership.ts';
import { Dealership } from './model.ts';
import type { DealershipOverview } from './present.ts';

type Changes = components['schemas']['DealershipUpdate'];

interface UpdateDealership {
  ctx: TenantContext;
  input: Changes;
}

function settingErrors(changes: Changes): FieldError[] {
  const errors = openingHoursErrors(changes.opening_hours ?? []);
  if (changes.time_zone !== undefined && !isTimeZone(changes.time_zone)) {
    errors.push({ pointer: '#/time_zone', detail: 'Use the IANA name of a time zone, such as Europe/Oslo.' });
  }
  if (changes.contact?.email && normaliseEmail(changes.contact.email) === null) {
    errors.push({ pointer: '#/contact/email', detail: 'This is not an e-mail address.' });
  }
  return errors;
}

function contactSets(contact: NonNullable<Changes['contact']>): Record<string, string | null> {
  const sets: Record<string, string | null> = {};
  for (const name of ['phone', 'address', 'website'] as const) {
    const value = contact[name];
    if (value !== undefined) sets[`contact.${name}`] = value?.trim() || null;
  }
  if (contact.email !== undefined)
    sets['contact.email'] = contact.email === null ? null : normaliseEmail(contact.email);
  return sets;
}

/**
 * Changes the settings of the dealership; what is left out stays as it is.
 * @throws Problem 422 for a time zone that does not exist, or opening hours that end before they begin or overlap
 */
export async function updateDealership({ ctx, input }: UpdateDealership): Promise<DealershipOverview> {
  const errors = settingErrors(input);
  if (errors.length > 0) throw unprocessable(errors);
  const sets = {
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(input.time_zone === undefined ? {} : { time_zone: input.time_zone }),
    ...(input.opening_hours === undefined ? {} : { opening_hours: inOrder(input.opening_hours) }),
    ...(input.contact === undefined ? {} : contactSets(input.contact)),
    ...(input.assistant === undefined ? {} : assistantSets(input.assistant)),
    ...Object.fromEntries(
      Object.entries(input.chat ?? {}).map(([name, value]) => [
        `chat.${name}`,
        name === 'greeting' && typeof value === 'string' ? value.trim() : value,
      ]),
    ),
  };
  if (Object.keys(sets).length > 0) await Dealership.updateOne({ _id: ctx.dealershipId }, { $set: sets });
  forgetDealership(ctx.dealershipId);
  return getDealership({ ctx });
}
