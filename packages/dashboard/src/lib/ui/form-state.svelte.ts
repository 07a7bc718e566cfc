import { tick } from 'svelte';
import { explain } from '../api/explain.ts';
import { type ApiProblem, toProblem } from '../api/problem.ts';
import { i18n } from '../i18n/i18n.svelte.ts';
import { toasts } from './toasts.svelte.ts';

/** Messages per field name; an absent name is a field without fault. */
export type FieldErrors = Record<string, string | undefined>;

/** What sending a form does. */
export interface Submission {
  act: () => Promise<unknown>;
  /** What is wrong with the fields before anything is sent. */
  check?: (() => FieldErrors) | undefined;
  /** Other words for a problem than the usual ones; null for those. */
  rephrase?: ((problem: ApiProblem) => string | null) | undefined;
}

/** What a form is doing: busy, the faults per field, and a sentence for the whole. */
export class FormState {
  #busy = $state(false);
  #errors = $state.raw<FieldErrors>({});
  #problem = $state.raw<ApiProblem | null>(null);
  #override = $state<string | null>(null);
  #element: HTMLFormElement | null = null;

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

  /** Ties the state to its form, so that faults in it get the focus. */
  readonly attach = (element: HTMLFormElement) => {
    this.#element = element;
    return () => {
      this.#element = null;
    };
  };

  /**
   * Checks, then acts; the problem of a failure lands on its fields. Returns whether it went well. The first faulty
   * field gets the focus, or else what is said of the whole; where the form is gone by then, a short message says it.
   */
  async submit({ act, check, rephrase }: Submission): Promise<boolean> {
    if (this.#busy) return false;
    this.clear();
    const faults = Object.fromEntries(Object.entries(check?.() ?? {}).filter(([, text]) => text));
    if (Object.keys(faults).length > 0) {
      this.#errors = faults;
      await this.#focusFault();
      return false;
    }
    this.#busy = true;
    try {
      await act();
      return true;
    } catch (error) {
      const problem = toProblem(error);
      this.#problem = problem;
      this.#override = rephrase?.(problem) ?? null;
      this.#errors = problem.fields;
      if (this.#element) await this.#focusFault();
      else if (this.summary) toasts.show(this.summary, { tone: 'error' });
      return false;
    } finally {
      this.#busy = false;
    }
  }

  async #focusFault(): Promise<void> {
    await tick();
    const fault = this.#element?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (fault ?? this.#element?.querySelector<HTMLElement>('[role="alert"][tabindex]'))?.focus();
  }
}
