import type { AssistantChanges } from './assistant-form.ts';

/** Settings that were changed and not saved, on their way from the form to the playground. */
class TrialSettings {
  #changes = $state.raw<AssistantChanges | null>(null);

  get changes(): AssistantChanges | null {
    return this.#changes;
  }

  use(changes: AssistantChanges): void {
    this.#changes = changes;
  }

  forget(): void {
    this.#changes = null;
  }
}

export const trialSettings = new TrialSettings();
