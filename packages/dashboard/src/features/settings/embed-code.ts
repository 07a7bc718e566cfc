interface EmbedOptions {
  /** Which form; null for the standard one, whichever it is then. */
  formId?: string | null;
  /** Lines that stand inside the element, shown until the form is. */
  inside?: string[];
}

/** The code a dealership puts on a page: the loader, the space kept for the form, the form. */
export function embedCode(origin: string, key: string, { formId = null, inside = [] }: EmbedOptions = {}): string {
  const open = `<norvalt-lead-form${formId === null ? '' : ` form="${formId}"`}>`;
  return [
    '<style>',
    '  norvalt-lead-form:not(:defined) { display: block; min-height: 780px }',
    '</style>',
    `<script async src="${origin}/v1.js"`,
    `  data-key="${key}"></script>`,
    ...(inside.length > 0
      ? [open, ...inside.map((line) => `  ${line}`), '</norvalt-lead-form>']
      : [`${open}</norvalt-lead-form>`]),
  ].join('\n');
}

/** A command that sends an enquiry the way an ordinary form would. */
export function curlExample(origin: string, dealershipId: string): string {
  return [
    `curl ${origin}/webhooks/form/${dealershipId} \\`,
    '  -d name="Ola Nordmann" \\',
    '  -d email=ola@example.com \\',
    '  -d phone="901 23 456" \\',
    '  -d vehicle_interest="Volvo XC60" \\',
    '  -d message="Er bilen fortsatt ledig?"',
  ].join('\n');
}

/** An address as the API wants it, scheme and host; null when it is none. */
export function toOrigin(text: string): string | null {
  const address = text.trim().replace(/\/+$/, '');
  return /^https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?$/.test(address) ? address : null;
}

/** The code for pages with a chat: the loader, and the button in the corner. */
export function chatEmbedCode(origin: string, key: string): string {
  return [`<script async src="${origin}/v1.js"`, `  data-key="${key}"></script>`, '<norvalt-chat></norvalt-chat>'].join(
    '\n',
  );
}
