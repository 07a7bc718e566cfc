import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FormField } from '../contract.ts';
import type { Texts } from '../texts.ts';
import { errorView } from './error-view.ts';

const autocomplete: Partial<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

/** One field with its label, its hint and what is wrong with it. */
export function fieldView(field: FormField, value: string, problem: string | undefined, texts: Texts): TemplateResult {
  const { name, type, hint, required } = field;
  const describedBy = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ') || nothing;
  const invalid = problem ? 'true' : nothing;
  const control =
    type === 'textarea'
      ? html`<textarea
          id=${name}
          name=${name}
          part="input"
          rows="4"
          maxlength="10000"
          ?required=${required}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${value}
        ></textarea>`
      : html`<input
          id=${name}
          name=${name}
          part="input"
          type=${type}
          inputmode=${type}
          enterkeyhint="next"
          autocomplete=${field.autocomplete || autocomplete[name] || 'off'}
          maxlength=${type === 'tel' ? 40 : 200}
          ?required=${required}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .value=${value}
        />`;
  return html`<div class="field" part="field">
    <label for=${name} part="label"
      >${field.label}${required ? nothing : html` <span class="optional">(${texts.optional})</span>`}</label
    >
    ${hint ? html`<p class="hint" part="hint" id="${name}-hint">${hint}</p>` : nothing}${control}${errorView(name, problem)}
  </div>`;
}
