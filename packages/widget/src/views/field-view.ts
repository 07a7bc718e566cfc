import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FormField } from '../contract.ts';
import type { Texts } from '../texts.ts';
import { choiceView } from './choice-view.ts';
import { errorView } from './error-view.ts';

const autocomplete: Partial<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

/** What every question has, however it is answered. */
export interface FieldParts {
  value: string;
  /** The words of the question. */
  words: TemplateResult;
  hintView: TemplateResult | typeof nothing;
  problemView: TemplateResult | typeof nothing;
  describedBy: string | typeof nothing;
  invalid: 'true' | typeof nothing;
}

function partsOf(field: FormField, value: string, problem: string | undefined, texts: Texts): FieldParts {
  const { name, label, hint, required } = field;
  return {
    value,
    words: html`${label}${required ? nothing : html` <span class="optional">(${texts.optional})</span>`}`,
    hintView: hint ? html`<p class="hint" part="hint" id=${`${name}-hint`}>${hint}</p>` : nothing,
    problemView: errorView(name, problem),
    describedBy: [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ') || nothing,
    invalid: problem ? 'true' : nothing,
  };
}

function writtenView({ name, type, required, autocomplete: token }: FormField, parts: FieldParts): TemplateResult {
  const { value, describedBy, invalid } = parts;
  return type === 'textarea'
    ? html`<textarea
        id=${name}
        name=${name}
        part="input"
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${value}
        rows="4"
        maxlength="10000"
      ></textarea>`
    : html`<input
        id=${name}
        name=${name}
        part="input"
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${value}
        type=${type}
        inputmode=${type}
        enterkeyhint="next"
        autocomplete=${token || autocomplete[name] || 'off'}
        maxlength=${type === 'tel' ? 40 : 200}
      />`;
}

/** One field with its label, its hint and what is wrong with it. */
export function fieldView(field: FormField, value: string, problem: string | undefined, texts: Texts): TemplateResult {
  const parts = partsOf(field, value, problem, texts);
  const choice = choiceView(field, parts);
  if (choice && field.type !== 'select') return choice;
  const control = choice ?? writtenView(field, parts);
  return html`<div class="field" part="field">
    <label for=${field.name} part="label">${parts.words}</label>${parts.hintView}${control}${parts.problemView}
  </div>`;
}
