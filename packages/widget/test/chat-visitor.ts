import type { Page } from 'playwright-core';
import type { SitePage } from './world.ts';

/** A page with a chat, and no form. */
export const chatPage: SitePage = { body: '<p>Volvo XC60</p><norvalt-chat></norvalt-chat>' };

/** What a visitor does in the chat of a page, in Norwegian. */
export function chatterOn(page: Page) {
  const chat = page.locator('norvalt-chat');
  const message = chat.getByRole('textbox', { name: 'Skriv en melding' });
  return {
    chat,
    message,
    launcher: chat.locator('[part=launcher]'),
    panel: chat.getByRole('dialog'),
    close: chat.getByRole('button', { name: 'Lukk' }),
    send: chat.getByRole('button', { name: 'Send', exact: true }),
    retry: chat.getByRole('button', { name: 'Prøv å sende nå' }),
    newer: chat.getByRole('button', { name: 'Nye meldinger' }),
    person: chat.getByRole('button', { name: 'Snakk med en person' }),
    end: chat.getByRole('button', { name: 'Avslutt chatten' }),
    email: chat.getByLabel('Må du gå?'),
    save: chat.getByRole('button', { name: 'Lagre' }),
    log: chat.getByRole('log'),
    news: chat.getByRole('status'),
    async open(): Promise<void> {
      await chat.locator('[part=launcher]').click();
      await message.waitFor();
    },
    async say(text: string): Promise<void> {
      await message.fill(text);
      await message.press('Enter');
    },
    /** What stands in the bubbles, in order, the greeting left out. */
    said: () => chat.locator('li > p').evaluateAll((bubbles) => bubbles.slice(1).map((bubble) => bubble.textContent)),
    /** The text of the bubble with these words. */
    bubble: (text: string) => chat.locator('li', { hasText: text }),
  };
}
