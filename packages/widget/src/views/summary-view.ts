import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FormProblem } from '../draft.ts';
import type { Texts } from '../texts.ts';

/** An address inside a shadow root leads nowhere, so the link takes the focus there itself. */
function onLink(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1))?.focus();
}

/** Everything to put right, at the top, in the words that also stand beside each field. */
export function summaryView(problems: readonly FormProblem[], texts: Texts): TemplateResult | typeof nothing {
  if (!problems.length) return nothing;
  return html`<div class="summary" part="summary" role="alert" tabindex="-1">
    <strong>${texts.problemTitle}</strong>
    <ul>
      ${problems.map(
        ({ answer, message }) =>
          html`<li>${answer ? html`<a href=${`#${answer}`} @click=${onLink}>${message}</a>` : message}</li>`,
      )}
    </ul>
  </div>`;
}
