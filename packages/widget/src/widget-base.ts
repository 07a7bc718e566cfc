import { render, type TemplateResult } from 'lit/html.js';

/**
 * Draws itself from templates, once for however much has changed. Of what `LitElement` does besides, nothing is
 * needed here, and a visitor would fetch 2 kB more.
 */
export abstract class WidgetBase extends HTMLElement {
  /** Settles when what has changed is drawn. */
  updateComplete: Promise<void> = Promise.resolve();
  #isWaiting = false;

  /** The style sheets it wears from the first drawing on. */
  protected abstract sheets(): CSSStyleSheet[];
  /** What is to be seen now. */
  protected abstract render(): TemplateResult;

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = this.sheets();
    this.requestUpdate();
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Draws before the browser does; nothing is drawn of an element that has never been on the page. */
  requestUpdate(): void {
    const root = this.shadowRoot;
    if (this.#isWaiting || !root) return;
    this.#isWaiting = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isWaiting = false;
      render(this.render(), root);
    });
  }
}

/** Makes properties of attributes, by property: their text, or `undefined` where there is none. */
export function mirrorAttributes(prototype: HTMLElement, attributes: Readonly<Record<string, string>>): void {
  for (const [property, attribute] of Object.entries(attributes)) {
    Object.defineProperty(prototype, property, {
      get(this: HTMLElement) {
        return this.getAttribute(attribute) ?? undefined;
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** Takes over what was set on an element before its code was here, which would hide the property of its class. */
export function adoptProperties(element: HTMLElement, properties: readonly string[]): void {
  for (const property of properties) {
    const value = Object.getOwnPropertyDescriptor(element, property)?.value;
    Reflect.deleteProperty(element, property);
    if (value !== undefined) Reflect.set(element, property, value);
  }
}
