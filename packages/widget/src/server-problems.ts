import type { ProblemDetails } from './contract.ts';
import type { FormProblem } from './draft.ts';
import type { Answer, Texts } from './texts.ts';

function answerAt(pointer: string, shown: readonly Answer[]): Answer | undefined {
  const path = pointer.replace(/^#?\//, '').split('/');
  const member = (path[0] === 'answers' ? path[1] : path[0]) ?? '';
  const answer = member === 'consents' ? 'consent' : member;
  return shown.includes(answer) ? answer : undefined;
}

function messageFor(answer: Answer, { required, invalid }: Texts): string {
  if (answer === 'consent') return required.consent;
  return answer === 'email' || answer === 'phone' ? invalid[answer] : invalid.other;
}

/**
 * What the server refused, in the visitor's language beside the field it points at; what points at nothing that is
 * shown keeps the server's own words, and an answer that names nothing says to call instead.
 */
export function serverProblems(
  problem: Partial<ProblemDetails>,
  shown: readonly Answer[],
  texts: Texts,
): FormProblem[] {
  const errors = Array.isArray(problem.errors) ? problem.errors : [];
  const problems = new Map<string, FormProblem>();
  for (const { pointer, detail } of errors) {
    const answer = answerAt(pointer, shown);
    const found = answer ? { answer, message: messageFor(answer, texts) } : { message: detail };
    problems.set(answer ?? pointer, found);
  }
  return problems.size ? [...problems.values()] : [{ message: texts.refused }];
}
