export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'error';
  action?: { label: string; run: () => void };
}

const shownMs = { plain: 5_000, withAction: 9_000 };

class Toasts {
  #list = $state<Toast[]>([]);
  #nextId = 1;

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Says something for a while; with an action it stays longer. */
  show(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): void {
    const { tone = 'info', action } = options;
    const toast: Toast = { id: this.#nextId++, text, tone, ...(action ? { action } : {}) };
    this.#list = [...this.#list.filter((shown) => shown.text !== text), toast].slice(-4);
    setTimeout(() => this.dismiss(toast.id), action ? shownMs.withAction : shownMs.plain);
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id);
  }
}

/** Short messages in the corner, also read out by screen readers. */
export const toasts = new Toasts();
