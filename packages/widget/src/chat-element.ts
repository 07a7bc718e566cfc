import sheet from './chat-element.css';

/** The conversation behind a launcher, once its code is here. */
export interface Chat {
  show(): Promise<void>;
  hide(): void;
}

/**
 * `<norvalt-chat>`: a button in the corner, and the conversation behind it, which is fetched when the button is pressed.
 * @tag norvalt-chat
 * @attr {string} vehicle - The car the visitor looks at. Where it is left out the page is asked, as by the form.
 * @attr {string} vehicle-id - Our id of that car, `veh_…`.
 * @attr {string} lang - Language: `nb` (also `no`, `nn`), `en`, `sv`, `da`, `de`. Where it is left out the nearest `lang` around the element decides, then the visitor's browser.
 * @attr {boolean} no-data-layer - Tell `window.dataLayer` nothing.
 * @slot - What is shown where scripts are blocked.
 * @fires {CustomEvent} norvalt:opened - The chat was opened.
 * @fires {CustomEvent} norvalt:closed - The chat was closed.
 * @fires {CustomEvent} norvalt:message - Something was said; detail has `from`: `visitor`, `assistant` or `human`. Never what was said.
 * @fires {CustomEvent} norvalt:error - A message could not be sent; detail has `status` and `code`.
 * @cssprop [--norvalt-accent=the configured colour] - Buttons, the visitor's bubbles, focus
 * @cssprop [--norvalt-on-accent=black or white, by contrast] - Text on the accent
 * @cssprop [--norvalt-chat-background=the page's `Canvas`] - Behind the conversation
 * @cssprop [--norvalt-text=the page's `CanvasText`] - Text
 * @cssprop [--norvalt-font=inherited] - Font family
 * @cssprop [--norvalt-border=58 % of the text colour] - Borders of fields
 * @cssprop [--norvalt-error=red mixed with the text colour] - What has to be put right
 * @cssprop [--norvalt-radius=10px, of fields the configured roundness] - Corners
 * @csspart launcher - The button in the corner
 * @csspart panel - The window of the conversation
 * @csspart header - Who answers
 * @csspart log - What was said
 * @csspart message - One message
 * @csspart composer - Where the visitor writes
 * @csspart input - What is typed into
 * @csspart button - The button that sends
 * @csspart secondary-button - The button beside the e-mail address
 * @csspart error - What is wrong with the address
 */
export class ChatElement extends HTMLElement {
  declare static open: (launcher: ChatElement) => Promise<Chat>;
  declare static isUnderWay: () => boolean;
  #chat: Promise<Chat> | undefined;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.setAttribute('part', 'launcher');
    button.ariaHasPopup = 'dialog';
    button.ariaExpanded = 'false';
    button.textContent = 'Chat';
    button.onclick = () => this.show();
    root.append(button);
    // Somebody who has written is told of answers on every page of the site.
    if (ChatElement.isUnderWay()) this.#open();
  }

  /** Opens the chat. */
  async show(): Promise<void> {
    await (await this.#open()).show();
  }

  /** Closes the chat; what was said stays. */
  async hide(): Promise<void> {
    (await this.#chat)?.hide();
  }

  #open(): Promise<Chat> {
    this.#chat ??= ChatElement.open(this);
    return this.#chat;
  }
}
