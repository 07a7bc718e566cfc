import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { detectVehicle, type PageVehicle } from './detect-vehicle.ts';
import { type Draft, emptyDraft, type Values } from './draft.ts';
import type { Enquiry } from './enquiry.ts';
import { type ShownStep, stepOf } from './form-config.ts';
import type { FormHost } from './form-host.ts';
import { FormSource } from './form-source.ts';
import sheet from './lead-form.css';
import { pageLanguage } from './page-language.ts';
import { formView } from './views/form-view.ts';
import type { statusView } from './views/status-view.ts';
import type { WidgetContext } from './widget-context.ts';

const colour = /^#[0-9a-f]{6}$/i;

/** `<norvalt-lead-form>`: asks a visitor what they want and carries it to the dealership. */
export abstract class LeadFormElement extends LitElement {
  static override styles = sheet;
  static override properties = {
    form: {},
    vehicle: {},
    vehicleId: { attribute: 'vehicle-id' },
    heading: {},
    noDataLayer: { attribute: 'no-data-layer', type: Boolean },
  };

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class that the getter is read on.
    return [...super.observedAttributes, 'lang'];
  }

  declare form: string;
  declare vehicle: string | undefined;
  declare vehicleId: string | undefined;
  declare heading: string | undefined;
  declare noDataLayer: boolean;

  protected abstract readonly context: WidgetContext;

  readonly #source = new FormSource(() => this.requestUpdate());
  #draft: Draft = emptyDraft();
  readonly #themeSheet = new CSSStyleSheet();
  #found: PageVehicle | undefined;
  #enquiry: Enquiry | undefined;
  #statusView: typeof statusView | undefined;

  constructor() {
    super();
    this.form = 'default';
    this.noDataLayer = false;
  }

  /** Puts text into fields, by the names the API has for them; fields left out keep theirs. */
  prefill(values: Partial<Values>): void {
    for (const [name, value] of Object.entries(values)) this.#draft.values[name] = String(value ?? '');
    this.requestUpdate();
  }

  /** An empty form again, whatever was typed; what was sent is on its way and stays so. */
  reset(): void {
    this.#draft = emptyDraft();
    this.#enquiry = undefined;
    this.#openEnquiry().catch(() => {});
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const scripts = document.querySelectorAll('script[type="application/ld+json"]');
    this.#found = detectVehicle(
      location.href,
      Array.from(scripts, (script) => script.textContent ?? ''),
    );
    // Moved to another part of the page, it may stand in another language.
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets.push(this.#themeSheet);
    return root;
  }

  protected override willUpdate(): void {
    this.#source.want(this.context, this.form, pageLanguage(this, navigator.language));
    const { choices, shown } = this.#source;
    const { accent, radius } = shown.theme ?? {};
    if (choices) this.#wear(choices.sheet);
    this.#themeSheet.replaceSync(accent && colour.test(accent) ? `:host{--_theme:${accent};--_round:${radius}px}` : '');
  }

  protected override firstUpdated(): void {
    // Behind the first drawing; a failure is told to whoever presses send.
    this.#openEnquiry().catch(() => {});
  }

  protected override render(): TemplateResult {
    const { texts, language } = this.#source;
    // Until we have words the page's own content stays.
    if (!texts) return html`<slot></slot>`;
    const shown = this.#shown();
    const vehicle = this.#vehicle()?.title;
    const heading = this.heading ?? shown.heading ?? texts.headings[vehicle ? 'vehicle' : 'general'];
    const isOpen = this.#draft.phase === 'editing' || this.#draft.phase === 'sending';
    return html`<div class="base" part="base" lang=${language}>
      ${isOpen ? formView({ draft: this.#draft, source: this.#source, texts, shown, heading, vehicle, on: this.#on }) : nothing}
      <div class="status" part="status" role="status" tabindex="-1">
        ${this.#statusView?.({ draft: this.#draft, texts, shown, on: this.#on })}
      </div>
    </div>`;
  }

  /** What the visitor does. */
  readonly #on = {
    type: (name: string, value: string | boolean): void => {
      const draft = this.#draft;
      draft.firstKeyAtMs ??= Date.now();
      if (name === 'website') draft.trap = String(value);
      else if (name === 'consent') draft.consented = value === true;
      else draft.values[name] = String(value || '');
      this.#enquiry?.typed(name);
      this.requestUpdate();
    },
    leave: (name: string): void => this.#enquiry?.left(name),
    submit: async (): Promise<void> => {
      const enquiry = await this.#openEnquiry().catch(() => undefined);
      if (enquiry) return enquiry.submit();
      this.#draft.summary = [{ message: this.#source.texts?.unreachable ?? '' }];
      return this.#redraw('.summary');
    },
    back: (): void => this.#enquiry?.turn(-1),
    retry: (): void => void this.#enquiry?.retry(),
    /** Nobody should have to write twice who they are. */
    writeAgain: (): void => {
      const { name, email, phone } = this.#draft.values;
      this.reset();
      this.prefill({ name, email, phone });
      void this.#redraw('#message');
    },
  };

  async #openEnquiry(): Promise<Enquiry> {
    const { Enquiry, outcomeSheet, post, statusView } = await this.context.sending();
    this.#wear(outcomeSheet);
    this.#statusView = statusView;
    this.#enquiry ??= new Enquiry(this.#host(), post);
    return this.#enquiry;
  }

  #wear(worn: CSSStyleSheet): void {
    const { adoptedStyleSheets } = this.renderRoot as ShadowRoot;
    if (!adoptedStyleSheets.includes(worn)) adoptedStyleSheets.push(worn);
  }

  #host(): FormHost {
    const draft = this.#draft;
    return {
      element: this,
      draft,
      source: this.#source,
      shown: () => this.#shown(),
      allFields: () => this.#source.shown.fields,
      vehicle: () => this.#vehicle(),
      // A draft that was put aside by `reset` calls for nobody's attention.
      changed: (attention) => void this.#redraw(draft === this.#draft && attention && `.${attention}`),
    };
  }

  #shown(): ShownStep {
    return stepOf(this.#source.shown, this.#draft.step, !!this.#vehicle());
  }

  #vehicle(): PageVehicle | undefined {
    const title = this.vehicle?.trim();
    if (title) return { title, id: this.vehicleId };
    return this.#found && { ...this.#found, ...(this.vehicleId && { id: this.vehicleId }) };
  }

  /** Draws, then takes the visitor to what the selector finds. */
  async #redraw(selector?: string | false): Promise<void> {
    this.requestUpdate();
    if (!selector) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
