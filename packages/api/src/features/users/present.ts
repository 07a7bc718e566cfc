import type { components } from '../../generated/openapi.ts';
import type { MembershipRecord } from './model.ts';

/** What clients see of a person in their dealership. */
export function presentUser(membership: MembershipRecord): components['schemas']['User'] {
  return {
    id: membership.user_id,
    name: membership.name,
    email: membership.email,
    phone: membership.phone,
    role: membership.role,
    status: membership.status,
    created_at: membership.created_at.toISOString(),
  };
}
