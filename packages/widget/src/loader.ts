import type { CommandQueue, QueuedCall } from './command-queue.ts';
import { pageLanguage } from './page-language.ts';
import type { WidgetSettings } from './settings.ts';

interface FormModule {
  start(settings: WidgetSettings): Promise<void>;
  run(command: string, values: unknown[]): unknown;
}

const tagName = 'norvalt-lead-form';
const outboxKey = 'norvalt-outbox';
const attemptsInARow = 5;

const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));
const nextOnline = () => new Promise((resolve) => addEventListener('online', resolve, { once: true }));

/** Calls `load` when a form, there now or added later, comes within 400 px of the viewport or is touched. */
function whenNearby(load: () => void): void {
  const forms = document.getElementsByTagName(tagName);
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
    removeEventListener('focusin', onTouch, true);
    removeEventListener('pointerdown', onTouch, true);
    load();
  };
  added.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener('focusin', onTouch, true);
  addEventListener('pointerdown', onTouch, true);
  watch();
}

/** Fetches the form's code and texts side by side; tries again after 1, 2, 4 and 8 s, then when back online. */
async function importForm(base: string, attempt = 0): Promise<FormModule> {
  const language = pageLanguage(document.querySelector(tagName) ?? document.documentElement, navigator.language);
  try {
    // The form asks for the same module and is the one to report a failure.
    import(new URL(TEXT_CHUNKS[language] ?? '', base).href).catch(() => {});
    return await import(new URL(FORM_CHUNK, base).href);
  } catch (error) {
    const failures = (attempt % attemptsInARow) + 1;
    if (failures < attemptsInARow) await pause(1000 * 2 ** (failures - 1));
    else {
      console.warn('[norvalt] the form could not be loaded', error);
      await nextOnline();
    }
    return importForm(base, attempt + 1);
  }
}

function settingsOf(script: HTMLScriptElement): WidgetSettings {
  return {
    key: script.dataset.key ?? '',
    api: (script.dataset.api || new URL(script.src).origin).replace(/\/+$/, ''),
    landingUrl: location.href,
  };
}

/** Only somebody who pressed send without a connection has this key: what they wrote must not wait for a scroll. */
function hasUnsent(): boolean {
  try {
    return localStorage.getItem(outboxKey) !== null;
  } catch {
    return false;
  }
}

/** Puts `Norvalt(command, …)` on the page, plays what was queued, and loads the form when it is needed. */
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
    // A script of another origin has no base of its own to import from.
    const form = await importForm(script.src);
    await form.start(settings);
    return form;
  });

  const run = async ([command, ...values]: QueuedCall[0]): Promise<unknown> => {
    if (command === 'load') load();
    return (await ready).run(command, values);
  };
  const queue: CommandQueue = (...args) => run(args);
  queue.loaded = true;
  window.Norvalt = queue;
  for (const [args, resolve, reject] of stub?.q ?? []) run(args).then(resolve, reject);

  whenNearby(load);
  if (hasUnsent()) load();
}

// A tag manager may run the script without `currentScript`.
const script = document.currentScript ?? document.querySelector('script[data-key^=pk_]');
if (script) installLoader(script as HTMLScriptElement);
