import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import { readTime } from '../../http/read-time.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { searchPatterns } from '../../lib/search-terms.ts';
import { Lead, type LeadRecord } from './model.ts';

type Input = NonNullable<operations['listLeads']['parameters']['query']>;

function oneOf(values: readonly string[] | undefined): unknown {
  return values && values.length > 0 ? mongoose.trusted({ $in: [...values] }) : undefined;
}

function createdBetween(input: Input): unknown {
  if (!input.created_after && !input.created_before) return undefined;
  return mongoose.trusted({
    ...(input.created_after ? { $gte: readTime(input.created_after, '?created_after') } : {}),
    ...(input.created_before ? { $lt: readTime(input.created_before, '?created_before') } : {}),
  });
}

function assignedTo(value: string | undefined): Record<string, unknown> {
  if (value === undefined) return {};
  return value === 'nobody' ? { assigned_to: null } : { 'assigned_to.id': value };
}

function filterOf(ctx: TenantContext, input: Input): Record<string, unknown> {
  const patterns = input.q === undefined ? [] : searchPatterns(input.q);
  const wanted: Record<string, unknown> = {
    test: ctx.actor.type === 'api_key' ? ctx.test : (input.test ?? false),
    deleted_at: input.deleted ? mongoose.trusted({ $ne: null }) : null,
    status: oneOf(input.status),
    sources: oneOf(input.source),
    temperature: oneOf(input.temperature),
    tags: input.tag,
    created_at: createdBetween(input),
    unread: input.unread,
    person_id: input.person_id,
    search_terms: patterns.length > 0 ? mongoose.trusted({ $all: patterns }) : undefined,
    ...assignedTo(input.assigned_to),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/**
 * Lists leads, newest first.
 * @throws Problem 400 for a time that is none
 */
export async function listLeads({ ctx, input }: { ctx: TenantContext; input: Input }): Promise<Page<LeadRecord>> {
  const orderBy = input.sort ?? 'created_at';
  return findPage(Lead, { filter: filterOf(ctx, input), orderBy, direction: 'newest_first', request: input });
}
