import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Language } from '../contract.ts';
import { words } from '../step-words.ts';

/** Which page of the form this is; takes the focus when a page is turned, so that a screen reader says it. */
export function stepView(step: number, nextStep: boolean, language: Language): TemplateResult | typeof nothing {
  if (step === 1 && !nextStep) return nothing;
  return html`<p class="step" part="step" tabindex="-1">${words[language].step.replace('{step}', `${step}`)}</p>`;
}

/** The way to the page before. */
export function backView(language: Language, onBack: () => void): TemplateResult {
  return html`<button type="button" part="secondary-button" @click=${onBack}>${words[language].back}</button>`;
}
