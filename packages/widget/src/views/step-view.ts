import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../texts.ts';

/** Which page of the form this is; takes the focus when a page is turned, so that a screen reader says it. */
export function stepView(step: number, nextStep: boolean, { steps }: Texts): TemplateResult | typeof nothing {
  if (step === 1 && !nextStep) return nothing;
  return html`<p class="step" part="step" tabindex="-1">${steps.step.replace('{step}', `${step}`)}</p>`;
}

/** The way to the page before. */
export function backView({ steps }: Texts, onBack: () => void): TemplateResult {
  return html`<button type="button" part="secondary-button" @click=${onBack}>${steps.back}</button>`;
}
