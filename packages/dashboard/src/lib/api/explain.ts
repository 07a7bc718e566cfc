import type { Messages } from '../i18n/i18n.svelte.ts';
import type { ApiProblem } from './problem.ts';

/** One sentence for a person: what is wrong and the way out. The server's own detail where it says more. */
export function explain(problem: ApiProblem, t: Messages): string {
  const known: Record<string, unknown> = t.errors;
  const detailed = ['channel_not_possible', 'suppressed', 'invalid_transition', 'unprocessable', 'conflict'];
  const word = known[problem.code];
  const own = typeof word === 'string' ? word : undefined;
  if (problem.detail && (own === undefined || (detailed.includes(problem.code) && noFields(problem)))) {
    return problem.detail;
  }
  return own ?? t.errors.internal_error;
}

function noFields(problem: ApiProblem): boolean {
  return Object.keys(problem.fields).length === 0;
}
