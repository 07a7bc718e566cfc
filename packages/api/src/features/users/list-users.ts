import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Membership, type MembershipRecord } from './model.ts';

interface ListUsers {
  ctx: TenantContext;
  input: PageRequest;
}

/** Lists the people of the dealership, who joined first in front, with those who are invited. */
export async function listUsers({ input }: ListUsers): Promise<Page<MembershipRecord>> {
  return findPage(Membership, { filter: {}, orderBy: 'created_at', direction: 'oldest_first', request: input });
}
