import { html, nothing, type TemplateResult } from 'lit/html.js';
import base from './base.css';
import { type PageVehicle, vehicleOnPage } from './detect-vehicle.ts';
import { type Draft, emptyDraft, type Values } from './draft.ts';
import { Enquiry } from './enquiry.ts';
import { type ShownStep, stepOf } from './form-config.ts';
import type { FormHost } from './form-host.ts';
import { FormSource } from './form-source.ts';
import sheet from './lead-form.css';
import { themeRule } from './theme.ts';
import { formView } from './views/form-view.ts';
import { statusView } from './views/status-view.ts';
import { adoptProperties, mirrorAttributes, WidgetBase } from './widget-base.ts';
import type { WidgetContext } from './widget-context.ts';

const attributes = { vehicle: 'vehicle', vehicleId: 'vehicle-id', heading: 'heading' };

/**
 * `<norvalt-lead-form>`: asks a visitor what they want and carries it to the dealership.
 * @tag norvalt-lead-form
 * @attr {string} lang - Language: `nb` (also `no`, `nn`), `en`, `sv`, `da`, `de`. Where it is left out the nearest `lang` around the element decides, then the visitor's browser.
 * @slot - What is shown until the form is.
 * @slot legal - Small print below the button.
 * @fires {CustomEvent} norvalt:submit - Before sending; detail also has `submission`. `preventDefault()` stops it and leaves the form as it is.
 * @fires {CustomEvent} norvalt:sent - The API has it; detail also has `submission_id`.
 * @fires {CustomEvent} norvalt:queued - It is kept and will be sent by itself.
 * @fires {CustomEvent} norvalt:invalid - Something has to be put right first; detail also has `fields`.
 * @fires {CustomEvent} norvalt:error - It was refused, or could neither be sent nor kept; detail also has `code`, `status`, `request_id`.
 * @cssprop [--norvalt-accent=the configured colour] - Button, focus, check mark
 * @cssprop [--norvalt-on-accent=black or white, by contrast] - Text on the accent
 * @cssprop [--norvalt-text=inherited] - Text
 * @cssprop [--norvalt-font=inherited] - Font family
 * @cssprop [--norvalt-background=none] - Behind the form
 * @cssprop [--norvalt-padding=0] - Around the form
 * @cssprop [--norvalt-field-background=none] - Behind fields and the second button
 * @cssprop [--norvalt-border=58 % of the text colour] - Borders of fields
 * @cssprop [--norvalt-error=red mixed with the text colour] - What has to be put right
 * @cssprop [--norvalt-radius=the configured roundness] - Corners
 * @cssprop [--norvalt-gap=20px] - Between fields
 * @csspart base - Everything
 * @csspart form - The form, while it can be filled in
 * @csspart heading - The heading, of the form and of what comes after it
 * @csspart intro - The words below the heading
 * @csspart vehicle - The line that says which car it is about
 * @csspart summary - The list of what has to be put right
 * @csspart step - Where one is in a form of several pages
 * @csspart field - A question with its label, hint and error
 * @csspart label - The words of a question
 * @csspart hint - The help below it
 * @csspart input - What is typed into or chosen from
 * @csspart choice - One of several to choose from
 * @csspart error - What is wrong with an answer
 * @csspart consent - The box to tick
 * @csspart button - The button that sends, or turns to the next page
 * @csspart secondary-button - Every other button
 * @csspart status - What is said about a message on its way
 */
export class LeadFormElement extends WidgetBase {
  static readonly observedAttributes = [...Object.values(attributes), 'form', 'no-data-layer', 'lang'];

  /**
   * The car it is about, shown as a line instead of a field. Where it is left out the page is asked: `?vehicle=` in its
   * address, else its only schema.org `Car`, `Vehicle` or `Product` in JSON-LD.
   * @attr vehicle
   */
  declare vehicle: string | undefined;
  /**
   * Our id of that car, `veh_…`. In the address: `?vehicle_id=`.
   * @attr vehicle-id
   */
  declare vehicleId: string | undefined;
  /**
   * Heading in place of the configured one; empty for none.
   * @attr heading
   */
  declare heading: string | undefined;

  /** What the forms of the page share; set before there is one. */
  declare static context: WidgetContext;

  readonly #source = new FormSource(() => this.requestUpdate());
  #draft: Draft = emptyDraft();
  readonly #themeSheet = new CSSStyleSheet();
  #found: PageVehicle | undefined;
  #enquiry = this.#begin();

  constructor() {
    super();
    adoptProperties(this, [...Object.keys(attributes), 'form', 'noDataLayer']);
  }

  /**
   * Which form of the dealership; `default` when left out.
   * @attr form
   */
  get form(): string {
    return this.getAttribute('form') || 'default';
  }
  set form(value: string) {
    this.setAttribute('form', value);
  }

  /**
   * Tell `window.dataLayer` nothing.
   * @attr no-data-layer
   */
  get noDataLayer(): boolean {
    return this.hasAttribute('no-data-layer');
  }
  set noDataLayer(value: boolean) {
    this.toggleAttribute('no-data-layer', value);
  }

  /** Puts text into fields by name: `name`, `email`, `phone`, `vehicle_interest`, `message`, your own. */
  prefill(values: Partial<Values>): void {
    for (const [name, value] of Object.entries(values)) {
      // Only a person consents, and only a bot finds the trap.
      if (!/^(consent|website)$/.test(name)) this.#draft.values[name] = String(value ?? '');
    }
    this.requestUpdate();
  }

  /** An empty form again. What was sent is on its way and stays so. */
  reset(): void {
    this.#draft = emptyDraft();
    this.#enquiry = this.#begin();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    this.#found = vehicleOnPage();
    // Moved to another part of the page, it may stand in another language: it is drawn again.
    super.connectedCallback();
  }

  protected override sheets(): CSSStyleSheet[] {
    return [base, sheet, this.#themeSheet];
  }

  protected override render(): TemplateResult {
    const { context } = LeadFormElement;
    this.#source.want(context, this.form, context.settings.languageAt(this));
    const { texts, language } = this.#source;
    // Until we have words the page's own content stays.
    if (!texts) return html`<slot></slot>`;
    const shown = this.#shown();
    this.#themeSheet.replaceSync(themeRule(shown.theme));
    const vehicle = this.#vehicle()?.title;
    const heading = this.heading ?? shown.heading ?? texts.headings[vehicle ? 'vehicle' : 'general'];
    const draft = this.#draft;
    const model = { draft, source: this.#source, texts, shown, heading, vehicle, on: this.#on };
    const isOpen = draft.phase === 'editing' || draft.phase === 'sending';
    return html`<div class="base" part="base" lang=${language}>
      ${isOpen ? formView(model) : nothing}
      <div class="status" part="status" role="status" tabindex="-1">${statusView(model)}</div>
    </div>`;
  }

  /** What the visitor does. */
  readonly #on = {
    type: (name: string, value: string | boolean): void => {
      const draft = this.#draft;
      draft.firstKeyAtMs ??= Date.now();
      draft.values[name] = String(value || '');
      this.#enquiry.typed(name);
      this.requestUpdate();
    },
    leave: (name: string): void => this.#enquiry.left(name),
    submit: (): void => void this.#enquiry.submit(),
    back: (): void => this.#enquiry.turn(-1),
    retry: (): void => void this.#enquiry.retry(),
    /** Nobody should have to write twice who they are. */
    writeAgain: (): void => {
      const { name, email, phone } = this.#draft.values;
      this.reset();
      this.prefill({ name, email, phone });
      void this.#redraw('#message');
    },
  };

  #begin(): Enquiry {
    const draft = this.#draft;
    const host: FormHost = {
      element: this,
      draft,
      // Only what is shown can be sent.
      source: this.#source as FormHost['source'],
      shown: () => this.#shown(),
      vehicle: () => this.#vehicle(),
      // A draft that was put aside by `reset` calls for nobody's attention.
      changed: (selector) => void this.#redraw(draft === this.#draft && selector),
    };
    return new Enquiry(host, LeadFormElement.context.post);
  }

  #shown(): ShownStep {
    return stepOf(this.#source.shown, this.#draft.step, !!this.#vehicle());
  }

  #vehicle(): PageVehicle | undefined {
    const named = this.vehicle?.trim();
    const { title, id } = named ? { title: named } : (this.#found ?? {});
    return title ? { title, id: this.vehicleId || id } : undefined;
  }

  /** Draws, then takes the visitor to what the selector finds. */
  async #redraw(selector?: string | false): Promise<void> {
    this.requestUpdate();
    if (!selector) return;
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }
}

mirrorAttributes(LeadFormElement.prototype, attributes);
