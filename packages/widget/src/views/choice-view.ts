import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FormField } from '../contract.ts';
import type { Texts } from '../texts.ts';
import { errorView } from './error-view.ts';

function optional({ required }: FormField, texts: Texts): TemplateResult | typeof nothing {
  return required ? nothing : html` <span class="optional">(${texts.optional})</span>`;
}

function hintView({ name, hint }: FormField): TemplateResult | typeof nothing {
  return hint ? html`<p class="hint" part="hint" id="${name}-hint">${hint}</p>` : nothing;
}

function describedBy({ name, hint }: FormField, problem: string | undefined): string | typeof nothing {
  return [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ') || nothing;
}

function selectView(field: FormField, value: string, problem: string | undefined, texts: Texts): TemplateResult {
  const { name, label, required, options = [] } = field;
  return html`<div class="field" part="field">
    <label for=${name} part="label">${label}${optional(field, texts)}</label>${hintView(field)}
    <select
      id=${name}
      name=${name}
      part="input"
      ?required=${required}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${describedBy(field, problem)}
    >
      <option value="" ?selected=${!value}></option>
      ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
    </select>${errorView(name, problem)}
  </div>`;
}

function radioView(field: FormField, value: string, problem: string | undefined, texts: Texts): TemplateResult {
  const { name, label, required, options = [] } = field;
  return html`<fieldset class="field" part="field" aria-describedby=${describedBy(field, problem)}>
    <legend part="label">${label}${optional(field, texts)}</legend>${hintView(field)}
    ${options.map(
      (option, index) => html`<label class="choice" part="choice"
        ><input
          type="radio"
          id=${index ? `${name}-${index}` : name}
          name=${name}
          value=${option.value}
          ?required=${required}
          aria-invalid=${problem ? 'true' : nothing}
          .checked=${option.value === value}
        /><span>${option.label}</span></label
      >`,
    )}${errorView(name, problem)}
  </fieldset>`;
}

function boxView(field: FormField, value: string, problem: string | undefined): TemplateResult {
  const { name, label, required } = field;
  return html`<div class="field" part="field">
    <label class="choice" part="choice"
      ><input
        type="checkbox"
        id=${name}
        name=${name}
        ?required=${required}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy(field, problem)}
        .checked=${value === 'true'}
      /><span>${label}</span></label
    >${hintView(field)}${errorView(name, problem)}
  </div>`;
}

/** A question with given answers; undefined for a field that is written in. */
export function choiceView(
  field: FormField,
  value: string,
  problem: string | undefined,
  texts: Texts,
): TemplateResult | undefined {
  if (field.type === 'select') return selectView(field, value, problem, texts);
  if (field.type === 'radio') return radioView(field, value, problem, texts);
  return field.type === 'checkbox' ? boxView(field, value, problem) : undefined;
}
