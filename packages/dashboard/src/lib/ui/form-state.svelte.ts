import { tick } from 'svelte';
import { explain } from '../api/explain.ts';
import { type ApiProblem, toProblem } from '../api/problem.ts';
import { i18n } from '../i18n/i18n.svelte.ts';

/** Messages per field name; an absent name is a field without fault. */
export type FieldErrors = Record<string, string | undefined>;

/** What a form is doing: busy, the faults per field, and a sentence for the whole. */
export class FormState {
  #busy = $state(false);
  #errors = $state.raw<FieldErrors>({});
  #problem = $state.raw<ApiProblem | null>(null);
  #override = $state<string | null>(null);

  get busy(): boolean {
    return this.#busy;
  }

  get errors(): FieldErrors {
    return this.#errors;
  }

  /** A sentence about what went wrong, or null. */
  get summary(): string | null {
    if (this.#override) return this.#override;
    return this.#problem ? explain(this.#problem, i18n.t) : null;
  }

  get requestId(): string | null {
    return this.#problem?.status === 500 ? this.#problem.requestId : null;
  }

  clear(): void {
    this.#errors = {};
    this.#problem = null;
    this.#override = null;
  }

  /**
   * Checks, then acts; the problem of a failure lands on its fields. Returns whether it went well. The first faulty
   * field of `form` gets the focus.
   */
  async submit(
    form: HTMLFormElement | null,
    check: () => FieldErrors,
    act: () => Promise<unknown>,
    rephrase: (problem: ApiProblem) => string | null = () => null,
  ): Promise<boolean> {
    if (this.#busy) return false;
    this.clear();
    const faults = Object.fromEntries(Object.entries(check()).filter(([, text]) => text));
    if (Object.keys(faults).length > 0) {
      this.#errors = faults;
      await focusFirstFault(form);
      return false;
    }
    this.#busy = true;
    try {
      await act();
      return true;
    } catch (error) {
      const problem = toProblem(error);
      this.#problem = problem;
      this.#override = rephrase(problem);
      this.#errors = problem.fields;
      await focusFirstFault(form);
      return false;
    } finally {
      this.#busy = false;
    }
  }
}

async function focusFirstFault(form: HTMLFormElement | null): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
