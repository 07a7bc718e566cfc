import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChatMessage } from '../contract.ts';
import type { ChatViewModel } from './chat-view.ts';

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** What was said, as text, its addresses as links. */
function wordsView(text: string): unknown[] {
  return text
    .split(address)
    .map((part, index) => (index % 2 ? html`<a href=${part} target="_blank">${part}</a>` : part));
}

function bubbleView(from: ChatMessage['from'], who: string, text: string, foot?: unknown): TemplateResult {
  return html`<li class=${from} part="message">
    <span class="who">${who}</span>
    <p>${wordsView(text)}</p>
    ${foot ? html`<span class="foot">${foot}</span>` : nothing}
  </li>`;
}

function greetingView({ chat, texts }: ChatViewModel): TemplateResult | undefined {
  const { config } = chat.talk;
  if (!config) return undefined;
  const { assistant_name: name, greeting } = config;
  if (config.answered_by === 'assistant')
    return bubbleView('assistant', name, greeting ?? texts.greeting.replace('{name}', name));
  const ours = config.open || !config.opens_at ? texts.greetingPeople : texts.greetingClosed;
  return bubbleView('human', texts.us, greeting ?? ours);
}

/** The conversation: what was said, what is on its way, who is writing. */
export function messagesView(model: ChatViewModel): TemplateResult {
  const { chat, texts, language, isBehind, scroll, newest } = model;
  const { messages, session, hasFailed } = chat.talk;
  const { typing, read_by_dealership: readUpTo = 0 } = session ?? {};
  const lastOwn = messages.findLast(({ from }) => from === 'visitor');
  const failed = () => html`${texts.failed} <button class="plain" @click=${chat.retry}>${texts.retry}</button>`;
  return html`<div class="log" part="log" role="log" aria-live="off" aria-labelledby="title" tabindex="0" @scroll=${scroll}>
    <ul>
      ${greetingView(model)}
      ${messages.map((message) => {
        const { from, name, text, sent_at, position } = message;
        const time = new Date(sent_at).toLocaleTimeString(language, { timeStyle: 'short' });
        const who = `${from === 'visitor' ? texts.you : (name ?? texts.us)} ${time}`;
        return bubbleView(from, who, text, message === lastOwn && position <= readUpTo && texts.read);
      })}
      ${chat
        .unsent()
        .map(({ text }, index) =>
          bubbleView('visitor', texts.you, text, !index && (hasFailed ? failed() : texts.sending)),
        )}
      ${typing ? html`<li class="typing"><i></i> ${texts.typing.replace('{name}', typing.name ?? texts.us)}</li>` : nothing}
    </ul>
    ${isBehind ? html`<button class="newer submit" @click=${newest}>${texts.newer}</button>` : nothing}
  </div>`;
}
