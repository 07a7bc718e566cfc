import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../../texts.ts';
import type { ChatTexts } from '../chat-texts.ts';
import type { Conversation } from '../conversation.ts';
import { emailView } from './email-view.ts';
import { messagesView } from './messages-view.ts';

/** All that the panel is drawn from, and whom it tells what the visitor does. */
export interface ChatViewModel {
  chat: Conversation;
  texts: Texts & ChatTexts;
  language: string;
  /** Whether newer messages are out of sight. */
  isBehind: boolean;
  isEmailWrong: boolean;
  /** What is read out: nothing until something happens. */
  news: string;
  close(): void;
  say(text: string, asksForPerson?: true): void;
  leave(email: string): void;
  scroll(): void;
  newest(): void;
}

/** Who answers now, in words. */
function answersView({ chat: { talk }, texts, language }: ChatViewModel): string | undefined {
  const { config, session } = talk;
  if (!config) return undefined;
  if ((session ?? config).answered_by === 'assistant') return texts.assistant.replace('{name}', config.assistant_name);
  if (config.open || !config.opens_at) return texts.colleagues;
  const time = new Date(config.opens_at).toLocaleString(language, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return texts.closed.replace('{time}', time);
}

function iconView(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}

function composerView({ chat, texts, say }: ChatViewModel): TemplateResult {
  const send = (event: Event): void => {
    const area = (event.currentTarget as HTMLElement).querySelector('textarea') as HTMLTextAreaElement;
    event.preventDefault();
    if (!area.value.trim()) return;
    say(area.value.trim());
    area.value = '';
    area.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter may only choose a word of an input method.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
  };
  return html`<form class="composer" part="composer" @submit=${send} @keydown=${onKey}>
    <textarea
      part="input"
      rows="1"
      maxlength="4000"
      aria-label=${texts.message}
      placeholder=${texts.message}
      enterkeyhint="send"
      @input=${({ target }: Event) => chat.type(!!(target as HTMLTextAreaElement).value.trim())}
    ></textarea>
    <button class="icon submit" part="button" aria-label=${texts.send}>${iconView('M12 19V5M5 12l7-7 7 7')}</button>
  </form>`;
}

function actionsView({ chat, texts, say }: ChatViewModel): TemplateResult | typeof nothing {
  const { session } = chat.talk;
  if (!session) return nothing;
  const ask = () => say(texts.personMessage, true);
  return html`<p class="actions">
    ${session.answered_by === 'assistant' ? html`<button class="plain" @click=${ask}>${texts.person}</button>` : nothing}
    <button class="plain" @click=${chat.end}>${texts.end}</button>
  </p>`;
}

/** The panel, and the region that says what happens: there before anything does. */
export function chatView(model: ChatViewModel): TemplateResult {
  const { chat, texts, language, news, close } = model;
  const { config } = chat.talk;
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close();
  return html`<dialog part="panel" aria-labelledby="title" lang=${language} @close=${close} @keydown=${onKey}>
      <header part="header">
        <h2 id="title">${config?.dealership_name ?? texts.launcher}</h2>
        <p>${answersView(model)}</p>
        <button class="icon close" aria-label=${texts.close} @click=${close}>${iconView('m6 6 12 12M18 6 6 18')}</button>
      </header>
      ${messagesView(model)}
      ${config?.enabled === false ? html`<p class="off">${texts.off}</p>` : [emailView(model), composerView(model), actionsView(model)]}
    </dialog>
    <p class="unseen" role="status" lang=${language}>${news}</p>`;
}
