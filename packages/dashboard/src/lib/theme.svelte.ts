export type ThemeChoice = 'system' | 'light' | 'dark';

const storageKey = 'norvalt.theme';

function readChoice(): ThemeChoice {
  const stored = globalThis.localStorage?.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

class Theme {
  #choice = $state<ThemeChoice>(readChoice());

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
    this.apply();
  }

  /** Puts the choice on the document; `system` leaves it to `prefers-color-scheme`. */
  apply(): void {
    if (this.#choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.#choice;
  }
}

/** Light, dark or as the system says; kept in localStorage. */
export const theme = new Theme();
