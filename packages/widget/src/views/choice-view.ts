import { html, type TemplateResult } from 'lit/html.js';
import type { FormField } from '../contract.ts';
import type { FieldParts } from './field-view.ts';

function selectView({ name, required, options = [] }: FormField, parts: FieldParts): TemplateResult {
  const { value, invalid, describedBy } = parts;
  return html`<select
    id=${name}
    name=${name}
    part="input"
    ?required=${required}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
  >
    <option value="" ?selected=${!value}></option>
    ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
  </select>`;
}

function radioView({ name, required, options = [] }: FormField, parts: FieldParts): TemplateResult {
  const { value, words, hintView, invalid, describedBy, problemView } = parts;
  return html`<fieldset class="field" part="field" aria-describedby=${describedBy}>
    <legend part="label">${words}</legend>${hintView}
    ${options.map(
      (option, index) => html`<label class="choice" part="choice"
        ><input
          type="radio"
          id=${index ? `${name}-${index}` : name}
          name=${name}
          ?required=${required}
          aria-invalid=${invalid}
          value=${option.value}
          .checked=${option.value === value}
        /><span>${option.label}</span></label
      >`,
    )}${problemView}
  </fieldset>`;
}

function boxView({ name, label, required }: FormField, parts: FieldParts): TemplateResult {
  const { value, hintView, invalid, describedBy, problemView } = parts;
  return html`<div class="field" part="field">
    <label class="choice" part=${name === 'consent' ? name : 'choice'}
      ><input
        type="checkbox"
        id=${name}
        name=${name}
        ?required=${required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .checked=${value === 'true'}
      /><span>${label}</span></label
    >${hintView}${problemView}
  </div>`;
}

/** A question with given answers: all of it, of a `select` the control; undefined for what is written in. */
export function choiceView(field: FormField, parts: FieldParts): TemplateResult | undefined {
  if (field.type === 'select') return selectView(field, parts);
  if (field.type === 'radio') return radioView(field, parts);
  return field.type === 'checkbox' ? boxView(field, parts) : undefined;
}
