import { openPanel } from './chat/open-panel.ts';
import type { Chat, ChatElement } from './chat-element.ts';
import type { WidgetSettings } from './settings.ts';
import { loadTexts } from './texts.ts';

/** Puts the panel behind a launcher; goes on with what this browser has said before. */
export async function start(launcher: ChatElement, settings: WidgetSettings): Promise<Chat> {
  const language = settings.languageAt(launcher);
  const texts = await loadTexts(settings, language);
  return openPanel({ launcher, root: launcher.shadowRoot as ShadowRoot, settings, language, texts });
}
