import type { ProblemDetails } from './contract.ts';
import type { FormProblem } from './draft.ts';
import type { Answer, Texts } from './texts.ts';

function answerAt(pointer: string, shown: readonly Answer[]): Answer | undefined {
  const member = /^#?\/?(?:answers\/)?([^/]*)/.exec(pointer)?.[1];
  const answer = member === 'consents' ? 'consent' : member;
  return shown.find((name) => name === answer);
}

function messageFor(answer: Answer, { required, invalid }: Texts): string {
  return answer === 'consent' ? required.consent : (invalid[answer as 'email' | 'phone'] ?? invalid.other);
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
