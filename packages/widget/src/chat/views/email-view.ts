import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChatViewModel } from './chat-view.ts';

/** Where an answer goes that the visitor does not wait for: asked once somebody has written, never before. */
export function emailView({ chat, texts, isEmailWrong, leave }: ChatViewModel): TemplateResult | typeof nothing {
  const { session } = chat.talk;
  if (!session) return nothing;
  const { email } = session.contact;
  if (email) return html`<p class="email">${texts.saved} <strong><bdi>${email}</bdi></strong></p>`;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    leave(((event.target as HTMLFormElement).elements[0] as HTMLInputElement).value.trim());
  };
  return html`<form class="email" novalidate @submit=${onSubmit}>
    <label for="email">${texts.email}</label>
    <input
      id="email"
      part="input"
      type="email"
      autocomplete="email"
      aria-invalid=${isEmailWrong}
      aria-describedby="wrong"
    />
    <button part="secondary-button">${texts.save}</button>
    <p id="wrong" part="error" role="alert">${isEmailWrong ? texts.invalid.email : nothing}</p>
  </form>`;
}
