import type { Page } from 'playwright-core';

/** What a visitor does on a page with one form, in Norwegian. */
export function visitorOn(page: Page) {
  const form = page.locator('norvalt-lead-form');
  const fields = {
    name: form.getByLabel('Navn'),
    email: form.getByLabel('E-post'),
    phone: form.getByLabel('Telefon'),
    vehicle: form.getByLabel('Hvilken bil gjelder det?'),
    message: form.getByLabel('Melding'),
    consent: form.getByRole('checkbox'),
  };
  return {
    form,
    ...fields,
    send: form.getByRole('button', { name: /^Send/ }),
    summary: form.getByRole('alert'),
    status: form.getByRole('status'),
    /** A complete enquiry, not sent yet. */
    async fillIn() {
      await fields.name.fill('Kari Hansen');
      await fields.email.fill('kari@example.com');
      await fields.message.fill('Kan jeg prøvekjøre den på lørdag?');
      await fields.consent.check();
    },
    /** Role, name and such of what has the focus, through shadow roots. */
    focused: () =>
      page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return focused ? { id: focused.id, role: focused.getAttribute('role') } : null;
      }),
  };
}

/** Has the page note every `norvalt:*` event from now on; returns a reader of the notes. */
export async function noteEvents(
  page: Page,
): Promise<() => Promise<{ type: string; detail: Record<string, unknown> }[]>> {
  await page.evaluate(() => {
    const notes: unknown[] = [];
    Object.assign(window, { notes });
    for (const name of ['submit', 'sent', 'queued', 'invalid', 'error', 'opened', 'closed', 'message']) {
      document.addEventListener(`norvalt:${name}`, (event) => {
        const { type, detail } = event as CustomEvent;
        notes.push({ type, detail });
      });
    }
  });
  return () => page.evaluate('notes');
}
