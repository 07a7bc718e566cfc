/**
 * The form fields whose files stand in the text of the mail. Mailgun's `content-id-map` may name one id twice, which
 * reading it as JSON would drop.
 */
export function inlineFields(fields: ReadonlyMap<string, readonly string[]>): Set<string> {
  const map = (fields.get('content-id-map')?.at(-1) ?? '').slice(0, 100_000);
  return new Set([...map.matchAll(/:\s*"(attachment-\d{1,5})"/g)].map(([, field = '']) => field));
}
