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

function markView(path: string): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}

function sentView({ draft, texts, shown, on }: StatusViewModel): TemplateResult {
  return html`${markView('m6 12.5 4 4 8-9')}
    <h2 part="heading">${shown.success_title}</h2>
    <p>${shown.success_text}</p>
    ${replyView(draft.values.email.trim(), texts.replyTo)}
    <button part="secondary-button" @click=${on.writeAgain}>${texts.again}</button>`;
}

function queuedView({ draft, texts, on }: StatusViewModel): TemplateResult {
  return html`${markView('M12 6.5v6l3.5 2')}
    <h2 part="heading">${texts.queuedTitle}</h2>
    <p>${texts.queuedText}</p>
    <button part="secondary-button" @click=${on.retry}>
      ${draft.phase === 'retrying' ? texts.sending : texts.retry}
    </button>`;
}

/** What became of the message: what goes into the live region, which is there from the start. */
export function statusView(model: StatusViewModel): TemplateResult | typeof nothing {
  const { phase } = model.draft;
  if (phase === 'editing') return nothing;
  if (phase === 'sending') return html`<span class="unseen">${model.texts.sending}</span>`;
  return phase === 'sent' ? sentView(model) : queuedView(model);
}
