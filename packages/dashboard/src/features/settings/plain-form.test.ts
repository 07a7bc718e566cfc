import type { Form } from '@norvalt/sdk';
import { expect, test } from 'vitest';
import { plainForm } from './plain-form.ts';

const form: Form = {
  id: 'form_1',
  name: 'Innbytte',
  language: 'nb',
  dealership_name: 'Fjord Bil',
  heading: 'Hva er bilen verdt?',
  intro: '',
  fields: [
    { name: 'name', type: 'text', label: 'Navn', required: true, autocomplete: 'name', step: 1 },
    { name: 'phone', type: 'tel', label: 'Telefon', required: true, step: 1 },
    {
      name: 'condition',
      type: 'radio',
      label: 'Tilstand "utvendig"',
      required: false,
      options: [{ value: 'A & B', label: '<b>God</b>' }],
      step: 2,
    },
    { name: 'desk', type: 'hidden', label: '', required: false, value: 'trade', step: 1 },
  ],
  submit_label: 'Send',
  success_title: 'Takk',
  success_text: '',
  consent: { version: '2026-11', text: 'Jeg samtykker', required: true },
  theme: { accent: '#1450c8', radius: 8 },
};

test('has every question, what the address needs besides, the consent, and nothing that is markup', () => {
  const html = plainForm('https://norvalt.example', 'dlr_1', form).join('\n');
  expect(html).toContain('<form action="https://norvalt.example/webhooks/form/dlr_1" method="post">');
  expect(html).toContain('<input type="text" name="name" required autocomplete="name">');
  expect(html).toContain('<option value="A &amp; B">&lt;b&gt;God&lt;/b&gt;</option>');
  expect(html).toContain('<input type="hidden" name="desk" value="trade">');
  expect(html).toContain('<input type="email" name="email" required>');
  expect(html).toContain('<textarea name="message" required rows="5">');
  expect(html).toContain('name="consent_version" value="2026-11" required');
  expect(html).not.toContain('<b>');
});
