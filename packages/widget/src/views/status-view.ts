import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Draft } from '../draft.ts';
import type { ShownForm } from '../form-config.ts';
import type { Texts } from '../texts.ts';

/** What the receipt is drawn from. */
export interface StatusViewModel {
  draft: Draft;
  texts: Texts;
  shown: ShownForm;
  on: { retry(): void; writeAgain(): void };
}

function replyView(email: string, sentence: string): TemplateResult | typeof nothing {
  const [before, after] = sentence.split('{email}');
  return email ? html`<p>${before}<strong><bdi>${email}</bdi></strong>${after}</p>` : nothing;
}

const tick = 'm6 12.5 4 4 8-9';
const clock = 'M12 6.5v6l3.5 2';

function receiptView({ draft, texts, shown, on }: StatusViewModel): TemplateResult {
  const isSent = draft.phase === 'sent';
  const waiting = draft.phase === 'retrying' ? texts.sending : texts.retry;
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d=${isSent ? tick : clock}></path></svg>
    <h2 part="heading">${isSent ? shown.success_title : texts.queuedTitle}</h2>
    <p>${isSent ? shown.success_text : texts.queuedText}</p>
    ${isSent ? replyView(draft.values.email.trim(), texts.replyTo) : nothing}
    <button part="secondary-button" @click=${isSent ? on.writeAgain : on.retry}>${isSent ? texts.again : waiting}</button>`;
}

/** What became of the message: what goes into the live region, which is there from the start. */
export function statusView(model: StatusViewModel): TemplateResult | typeof nothing {
  const { phase } = model.draft;
  if (phase === 'editing') return nothing;
  return phase === 'sending' ? html`<span class="unseen">${model.texts.sending}</span>` : receiptView(model);
}
