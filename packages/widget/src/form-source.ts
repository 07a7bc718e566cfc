import type { Language } from './contract.ts';
import { builtInForm, configuredForm, type ShownForm } from './form-config.ts';
import { loadTexts, type Texts, textsAtHand } from './texts.ts';
import type { WidgetContext } from './widget-context.ts';

/** What one element shows: its texts at once, then the dealership's configuration. */
export class FormSource {
  texts: Texts | undefined;
  // There with the texts.
  declare language: Language;
  declare shown: ShownForm;
  declare isConfigured: boolean;
  /** Settles when the configuration is here or cannot be had. */
  declare configured: Promise<void>;

  readonly #onChange: () => void;
  #wanted = '';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Shows this form in this language; does nothing when it is what is shown already. */
  want(context: WidgetContext, form: string, language: Language): void {
    const wanted = `${language}/${form}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.configured = this.#load(context, form, language, wanted).catch(() => {
      // Texts that could not be fetched: what is shown, the fallback or the language before, stays.
    });
  }

  async #load(context: WidgetContext, id: string, language: Language, wanted: string): Promise<void> {
    // Nothing is awaited where the texts are here, so that the first drawing is the form.
    const texts = textsAtHand(language) ?? (await loadTexts(context.settings, language));
    if (wanted !== this.#wanted) return;
    Object.assign(this, { language, texts, shown: builtInForm(texts), isConfigured: false });
    this.#onChange();
    const form = await context.readForm(id, language);
    if (wanted !== this.#wanted) return;
    if (form) this.shown = configuredForm(form, language, texts);
    this.isConfigured = true;
    this.#onChange();
  }
}
