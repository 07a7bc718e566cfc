import { expect, it } from 'vitest';
import { redactPayload } from './redact-payload.ts';

it('hides what names a secret and shows the rest', () => {
  const payload = {
    kind: 'mail',
    fields: [
      ['subject', ['Volvo']],
      ['token', ['abc']],
    ],
    metadata: { access_token: 'EAAB', budget: 100 },
  };
  expect(redactPayload(payload)).toEqual({
    kind: 'mail',
    fields: [
      ['subject', ['Volvo']],
      ['token', '[hidden]'],
    ],
    metadata: { access_token: '[hidden]', budget: 100 },
  });
});

it('cuts what is long, many or deep', () => {
  expect(String(redactPayload('x'.repeat(5000)))).toHaveLength(4001);
  expect(redactPayload(Array(500).fill(1))).toHaveLength(200);
  let deep: unknown = 'core';
  for (let level = 0; level < 50; level += 1) deep = { deep };
  expect(JSON.stringify(redactPayload(deep))).not.toContain('core');
});
