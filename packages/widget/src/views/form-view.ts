import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Draft } from '../draft.ts';
import type { ShownStep } from '../form-config.ts';
import type { FormSource } from '../form-source.ts';
import type { Answer, Texts } from '../texts.ts';
import { fieldView } from './field-view.ts';
import { backView, stepView } from './step-view.ts';
import { summaryView } from './summary-view.ts';

/** All that the form is drawn from, and whom it tells what the visitor does. */
export interface FormViewModel {
  draft: Draft;
  source: Pick<FormSource, 'isConfigured'>;
  texts: Texts;
  shown: ShownStep;
  heading: string;
  vehicle: string | undefined;
  on: {
    type(name: string, value: string | boolean): void;
    leave(name: string): void;
    submit(): void;
    back(): void;
  };
}

/** The form while it is being filled in or sent. */
export function formView(model: FormViewModel): TemplateResult {
  const { draft, texts, source, shown, heading, vehicle, on } = model;
  const problemWith = (name: Answer) => draft.problems.find(({ answer }) => answer === name)?.message;
  const isSending = draft.phase === 'sending';
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    on.submit();
  };
  const onInput = ({ target }: Event): void => {
    const { name, type, checked, value } = target as HTMLInputElement;
    on.type(name, type === 'checkbox' ? checked : value);
  };
  const onLeave = ({ target }: Event): void => on.leave((target as HTMLInputElement).name);
  return html`<form part="form" novalidate @submit=${onSubmit} @input=${onInput} @focusout=${onLeave}>
    ${heading && html`<h2 part="heading">${heading}</h2>`}
    ${shown.intro && html`<p class="intro" part="intro">${shown.intro}</p>`}
    ${vehicle && html`<p class="about" part="vehicle">${texts.about}: <strong><bdi>${vehicle}</bdi></strong></p>`}
    ${summaryView(draft.summary, texts)}
    ${stepView(draft.step, shown.nextStep, texts)}
    ${shown.fields.map((field) => {
      const value = draft.values[field.name] ?? '';
      const problem = problemWith(field.name);
      return fieldView(field, value, problem, texts);
    })}
    ${source.isConfigured ? nothing : html`<div class="choice"></div>`}
    <input class="unseen" name="website" aria-hidden="true" tabindex="-1" autocomplete="off" />
    <button
      class="submit"
      part="button"
      aria-disabled=${isSending || nothing}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${isSending ? texts.sending : shown.nextStep ? texts.steps.next : shown.submit_label}
    </button>
    ${draft.step > 1 ? backView(texts, on.back) : nothing}
    <slot name="legal"></slot>
  </form>`;
}
