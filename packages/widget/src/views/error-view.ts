import { html, nothing, type TemplateResult } from 'lit/html.js';

/** What is wrong with one answer, beside it. */
export function errorView(name: string, message: string | undefined): TemplateResult | typeof nothing {
  return message ? html`<p class="error" part="error" id=${`${name}-error`}>${message}</p>` : nothing;
}
