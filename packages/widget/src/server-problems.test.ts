import { describe, expect, test } from 'vitest';
import { serverProblems } from './server-problems.ts';
import { texts } from './texts/nb.ts';

const shown = ['name', 'email', 'message', 'consent'] as const;

describe('serverProblems', () => {
  test('puts what the server refused beside the field, in the language of the visitor', () => {
    const errors = [
      { pointer: '#/email', detail: 'must be an e-mail address' },
      { pointer: '/message', detail: 'must not be empty' },
    ];
    expect(serverProblems({ errors }, shown, texts)).toEqual([
      { answer: 'email', message: texts.invalid.email },
      { answer: 'message', message: texts.invalid.other },
    ]);
  });

  test('finds the consent box behind the list of consents', () => {
    const errors = [{ pointer: '#/consents/0/granted', detail: 'must be granted' }];
    expect(serverProblems({ errors }, shown, texts)).toEqual([{ answer: 'consent', message: texts.required.consent }]);
  });

  test('says a thing once', () => {
    const errors = [
      { pointer: '#/email', detail: 'must be an e-mail address' },
      { pointer: '#/email', detail: 'must be shorter' },
    ];
    expect(serverProblems({ errors }, shown, texts)).toHaveLength(1);
  });

  test('keeps the server’s words for what is not on the form', () => {
    const errors = [{ pointer: '#/phone', detail: 'must be a phone number' }];
    expect(serverProblems({ errors }, shown, texts)).toEqual([{ message: 'must be a phone number' }]);
  });

  test('says to call when the answer names nothing', () => {
    expect(serverProblems({ code: 'forbidden' }, shown, texts)).toEqual([{ message: texts.refused }]);
    expect(serverProblems({ errors: [] }, shown, texts)).toEqual([{ message: texts.refused }]);
  });
});
