import type { Values } from './draft.ts';
import { LeadFormElement } from './lead-form-element.ts';
import type { WidgetSettings } from './settings.ts';
import { loadTexts } from './texts.ts';
import { createWidgetContext } from './widget-context.ts';

const tagName = 'norvalt-lead-form';

/** Turns every `<norvalt-lead-form>` of the page, and those to come, into a form; sends what an earlier page could not. */
export async function start(settings: WidgetSettings): Promise<void> {
  const first = document.querySelector(tagName) ?? document.documentElement;
  // With its texts at hand the first form is drawn in one go and the height reserved for it is never given up.
  await loadTexts(settings, settings.languageAt(first));
  if (customElements.get(tagName)) return;
  // Also where no form is drawn: an earlier page may have left something to send.
  LeadFormElement.context = createWidgetContext(settings);
  customElements.define(tagName, LeadFormElement);
}

/** Carries out `Norvalt(command, …)` on every form of the page; throws on a command there is none of. */
export function run(command: string, [values]: unknown[]): void {
  if (!['load', 'prefill', 'reset'].includes(command)) throw new TypeError(`Norvalt has no command "${command}"`);
  for (const form of document.querySelectorAll<LeadFormElement>(tagName)) {
    if (command === 'prefill') form.prefill(values as Partial<Values>);
    if (command === 'reset') form.reset();
  }
}
