export type ShortcutAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'done'
  | 'assign'
  | 'reply'
  | 'take'
  | 'search'
  | 'help'
  | 'palette';

/** The parts of a key press that decide. */
export interface KeyPress {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  target: EventTarget | null;
}

const plainKeys: Record<string, ShortcutAction> = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  e: 'done',
  a: 'assign',
  r: 'reply',
  t: 'take',
  '/': 'search',
  '?': 'help',
};

/** The action a key press asks for; null while somebody writes, works a control, or a dialog or menu is open. */
export function actionFor(press: KeyPress): ShortcutAction | null {
  if (press.isComposing || press.altKey) return null;
  if (press.metaKey || press.ctrlKey) return press.key.toLowerCase() === 'k' ? 'palette' : null;
  const action = plainKeys[press.key];
  if (!action || isBusy(press.target)) return null;
  return action === 'open' && isControl(press.target) ? null : action;
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable="true"], dialog, [role="menu"], [role="dialog"]') !== null
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, [role="button"]') !== null;
}

type Handlers = Partial<Record<ShortcutAction, () => void>>;

class Shortcuts {
  #layers: Handlers[] = [];

  /** Adds handlers until the returned function is called; the newest layer that knows an action gets it. */
  register(handlers: Handlers): () => void {
    this.#layers.push(handlers);
    return () => {
      this.#layers = this.#layers.filter((layer) => layer !== handlers);
    };
  }

  /** Handles a key press; returns whether somebody took it. */
  press(event: KeyboardEvent): boolean {
    const action = actionFor(event);
    if (!action) return false;
    const handler = this.#layers.findLast((layer) => layer[action])?.[action];
    if (!handler) return false;
    event.preventDefault();
    handler();
    return true;
  }
}

export const shortcuts = new Shortcuts();
