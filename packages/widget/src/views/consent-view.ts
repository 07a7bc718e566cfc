import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Form } from '../contract.ts';
import { errorView } from './error-view.ts';

/** The consent box; an empty line of its height until we know whether there is one, so that nothing jumps. */
export function consentView(
  consent: Form['consent'] | undefined,
  consented: boolean,
  problem: string | undefined,
  isConfigured: boolean,
): TemplateResult | typeof nothing {
  if (!consent) return isConfigured ? nothing : html`<div class="consent"></div>`;
  return html`<div class="field consent">
    <label part="consent"
      ><input
        type="checkbox"
        id="consent"
        name="consent"
        ?required=${consent.required}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem ? 'consent-error' : nothing}
        .checked=${consented}
      /><span>${consent.text}</span></label
    >${errorView('consent', problem)}
  </div>`;
}
