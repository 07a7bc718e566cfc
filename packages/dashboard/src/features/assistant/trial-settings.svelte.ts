import type { AssistantUpdate } from '@norvalt/sdk';

/** Settings that were changed and not saved, on their way from the form to the playground. */
class TrialSettings {
  #changes = $state.raw<AssistantUpdate | null>(null);

  get changes(): AssistantUpdate | null {
    return this.#changes;
  }

  use(changes: AssistantUpdate): void {
    this.#changes = changes;
  }

  forget(): void {
    this.#changes = null;
  }
}

export const trialSettings = new TrialSettings();
