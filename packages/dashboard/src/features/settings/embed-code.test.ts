import { expect, test } from 'vitest';
import { curlExample, embedCode, toOrigin } from './embed-code.ts';

test('the code for a page loads the form with the key and keeps its place', () => {
  const code = embedCode('https://norvalt.example', 'pk_live_1');
  expect(code).toMatch(/<script async src="https:\/\/norvalt\.example\/v1\.js"\s+data-key="pk_live_1"><\/script>/);
  expect(code).toContain('norvalt-lead-form:not(:defined)');
});

test('the code names a form that is not the standard one, and holds what is shown without scripts', () => {
  const code = embedCode('https://norvalt.example', 'pk_live_1', { formId: 'form_2', inside: ['<p>Call us</p>'] });
  expect(code).toContain('<norvalt-lead-form form="form_2">\n  <p>Call us</p>\n</norvalt-lead-form>');
});

test('the example posts to the dealership', () => {
  expect(curlExample('https://norvalt.example', 'deal_1')).toContain('https://norvalt.example/webhooks/form/deal_1');
});

test.each([
  ['https://dealer.example/', 'https://dealer.example'],
  [' http://localhost:8080 ', 'http://localhost:8080'],
  ['dealer.example', null],
  ['https://dealer.example/cars', null],
])('%s is the origin %s', (text, origin) => expect(toOrigin(text)).toBe(origin));
