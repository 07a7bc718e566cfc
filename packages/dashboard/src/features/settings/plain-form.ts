import type { Form, FormField } from '@norvalt/sdk';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** What the address for plain forms cannot do without, whatever the form asks. */
const needed: readonly { name: string; type: FormField['type']; label: string }[] = [
  { name: 'email', type: 'email', label: 'E-mail' },
  { name: 'message', type: 'textarea', label: 'Message' },
];

function control({ name, type, autocomplete, options, value }: FormField, required: boolean): string {
  const attributes = [
    `name="${name}"`,
    required ? 'required' : '',
    autocomplete ? `autocomplete="${autocomplete}"` : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (type === 'textarea') return `<textarea ${attributes} rows="5"></textarea>`;
  if (type === 'checkbox') return `<input type="checkbox" ${attributes} value="true">`;
  if (type === 'hidden') return `<input type="hidden" name="${name}" value="${escapeHtml(value ?? '')}">`;
  if (type === 'select' || type === 'radio') {
    const choices = (options ?? []).map(
      (option) => `<option value="${escapeHtml(option.value)}">${escapeHtml(option.label)}</option>`,
    );
    return `<select ${attributes}><option></option>${choices.join('')}</select>`;
  }
  return `<input type="${type}" ${attributes}>`;
}

function line(field: FormField): string {
  const required = field.required || needed.some(({ name }) => name === field.name);
  if (field.type === 'hidden') return control(field, required);
  const label = escapeHtml(field.label);
  if (field.type === 'checkbox') return `<p><label>${control(field, required)} ${label}</label></p>`;
  return `<p><label>${label}<br>${control(field, required)}</label></p>`;
}

/** The form as plain HTML, for visitors whose browser runs no script: one line per question. */
export function plainForm(origin: string, dealershipId: string, form: Form): string[] {
  const missing = needed.filter(({ name }) => !form.fields.some((field) => field.name === name));
  const fields = [...form.fields, ...missing.map((field) => ({ ...field, required: true, step: 1 }))];
  const { consent } = form;
  return [
    `<form action="${origin}/webhooks/form/${dealershipId}" method="post">`,
    ...fields.map((field) => `  ${line(field)}`),
    ...(consent
      ? [
          `  <p><label><input type="checkbox" name="consent_version" value="${escapeHtml(consent.version)}"${consent.required ? ' required' : ''}> ${escapeHtml(consent.text)}</label></p>`,
        ]
      : []),
    `  <input type="hidden" name="language" value="${form.language}">`,
    `  <p><button>${escapeHtml(form.submit_label)}</button></p>`,
    '</form>',
  ];
}
