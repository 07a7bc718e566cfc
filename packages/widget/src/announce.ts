/** What form and chat tell the page, as `norvalt:<name>` and in the data layer as `norvalt_<name>`. */
export type Announcement =
  | 'submit'
  | 'sent'
  | 'queued'
  | 'invalid'
  | 'error'
  // The chat's own.
  | 'opened'
  | 'closed'
  | 'message';

/** What may be told to anybody: nothing of the person who wrote. */
export type AnnouncedFacts = Record<string, unknown>;

/**
 * Dispatches `norvalt:<name>` (composed, bubbling) with the facts and, in its detail only, what is `confidential`;
 * then mirrors the facts to `window.dataLayer` unless told not to. False when a listener called `preventDefault()`.
 */
export function announce(
  target: EventTarget,
  name: Announcement,
  facts: AnnouncedFacts,
  toDataLayer: boolean,
  confidential?: object,
): boolean {
  const event = new CustomEvent(`norvalt:${name}`, {
    bubbles: true,
    composed: true,
    cancelable: name === 'submit',
    detail: { ...facts, ...confidential },
  });
  const wanted = target.dispatchEvent(event);
  if (wanted && toDataLayer) {
    window.dataLayer ??= [];
    window.dataLayer.push({ event: `norvalt_${name}`, norvalt: facts });
  }
  return wanted;
}
