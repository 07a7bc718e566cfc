import { type Chat, ChatElement } from './chat-element.ts';
import type { CommandQueue } from './command-queue.ts';
import { pageLanguage } from './page-language.ts';
import type { WidgetSettings } from './settings.ts';

interface FormModule {
  start(settings: WidgetSettings): Promise<void>;
  run(command: string, values: unknown[]): unknown;
}
interface ChatModule {
  start(launcher: ChatElement, settings: WidgetSettings): Promise<Chat>;
}

const tagName = 'norvalt-lead-form';
const chatTagName = 'norvalt-chat';
const attemptsInARow = 5;

/** Calls `load` when a form, there now or added later, comes within 400 px of the viewport or is touched. */
function whenNearby(load: () => void): void {
  const forms = document.getElementsByTagName(tagName);
  const touches = new AbortController();
  const onTouch = (event: Event): void => {
    if ((event.target as Partial<Element>).closest?.(tagName)) stop();
  };
  const nearby = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && stop(), {
    rootMargin: '400px',
  });
  const watch = (): void => {
    for (const form of forms) nearby.observe(form);
  };
  const added = new MutationObserver(watch);
  const stop = (): void => {
    added.disconnect();
    nearby.disconnect();
    touches.abort();
    load();
  };
  added.observe(document.documentElement, { childList: true, subtree: true });
  for (const touch of ['focusin', 'pointerdown']) {
    addEventListener(touch, onTouch, { capture: true, signal: touches.signal });
  }
  watch();
}

/** Fetches code; tries again after 1, 2, 4 and 8 s, then when back online. */
async function importChunk<T>(base: string, chunk: string): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      return await import(new URL(chunk, base).href);
    } catch (error) {
      failures = (failures % attemptsInARow) + 1;
      const isSpent = failures === attemptsInARow;
      if (isSpent) console.warn('[norvalt] could not be loaded', error);
      await new Promise((resolve) => {
        if (isSpent) addEventListener('online', resolve, { once: true });
        else setTimeout(resolve, 1000 * 2 ** (failures - 1));
      });
    }
  }
}

function settingsOf(script: HTMLScriptElement): WidgetSettings {
  return {
    key: script.dataset.key ?? '',
    api: (script.dataset.api || new URL(script.src).origin).replace(/\/+$/, ''),
    landingUrl: location.href,
    languageAt: (element) => pageLanguage(element, navigator.language),
    // A script of another origin has no base of its own to import from.
    importTexts: (language) => import(new URL(`./chunks/${language}-${TEXTS_HASH}.js`, script.src).href),
  };
}

/** Only somebody who has written has this key: what they wrote, or what is answered, must not wait for a scroll. */
function keeps(key: string): boolean {
  try {
    return key in localStorage;
  } catch {
    return false;
  }
}

/** Puts `Norvalt(command, …)` on the page, plays what was queued, and loads form and chat when they are needed. */
function installLoader(script: HTMLScriptElement): void {
  const stub = window.Norvalt;
  if (stub?.loaded) return;
  const settings = settingsOf(script);
  // Everybody who opens the page can read it: using it would only hide that.
  if (/^sk_/.test(settings.key)) {
    console.error('[norvalt] data-key is secret: revoke it');
    return;
  }

  let load = (): void => {};
  const ready = new Promise<void>((resolve) => {
    load = resolve;
  }).then(async () => {
    // The form's texts come side by side with its code, which asks for the same module and reports a failure.
    const first = document.querySelector(tagName) ?? document.documentElement;
    settings.importTexts(settings.languageAt(first)).catch(() => {});
    const form = await importChunk<FormModule>(script.src, FORM_CHUNK);
    await form.start(settings);
    return form;
  });

  ChatElement.isUnderWay = () => keeps('norvalt-chat');
  ChatElement.open = async (launcher) =>
    (await importChunk<ChatModule>(script.src, CHAT_CHUNK)).start(launcher, settings);
  if (!customElements.get(chatTagName)) customElements.define(chatTagName, ChatElement);

  const queue: CommandQueue = async (command, ...values) => {
    const chat = document.querySelector<ChatElement>(chatTagName);
    if (chat && command === 'open') return chat.show();
    if (chat && command === 'close') return chat.hide();
    if (command === 'load') load();
    return (await ready).run(command, values);
  };
  queue.loaded = true;
  window.Norvalt = queue;
  for (const [args, resolve, reject] of stub?.q ?? []) queue(...args).then(resolve, reject);

  whenNearby(load);
  if (keeps('norvalt-outbox')) load();
}

// A tag manager may run the script without `currentScript`.
const script = document.currentScript ?? document.querySelector('script[data-key^=pk_]');
if (script) installLoader(script as HTMLScriptElement);
