import { isPublic, type OperationId, policy } from '../../http/policy.ts';
import { type Html, html } from './html.ts';

const ROLE_WORDS = { admin: 'admins', manager: 'managers', sales_rep: 'sales reps', viewer: 'viewers' } as const;

/** Says who may call an operation, from the same table that the server decides by. */
export function describeAccess(operation: OperationId): Html[] {
  if (isPublic(operation)) return [html`Anyone; it takes no credentials`];
  const { roles, scope, publishable } = policy[operation];
  const people = roles.map((role) => ROLE_WORDS[role]);
  const everybody = people.length === Object.keys(ROLE_WORDS).length;
  return [
    people.length > 0 && (everybody ? html`Everybody who is signed in` : html`Signed in: ${people.join(', ')}`),
    scope !== null && html`Secret keys with the scope <code>${scope}</code>`,
    publishable && html`Publishable keys, on their allowed origins`,
  ].filter((line) => line !== false);
}
