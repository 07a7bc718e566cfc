import { describe, expect, test } from 'vitest';
import { en } from '../i18n/messages/en.ts';
import { explain } from './explain.ts';
import { toProblem } from './problem.ts';

const apiError = (fields: object) =>
  Object.assign(new Error('x'), { status: 422, code: 'unprocessable', errors: [], ...fields });

describe('toProblem', () => {
  test('puts the words of the server on their fields', () => {
    const errors = [
      { pointer: '#/contact/website', detail: 'must be an address' },
      { pointer: '#/email', detail: 'is taken' },
      { pointer: '#/email', detail: 'second' },
    ];
    expect(toProblem(apiError({ errors })).fields).toEqual({
      'contact/website': 'must be an address',
      email: 'is taken',
    });
  });

  test('an error without a status is a network that did not answer', () => {
    expect(toProblem(new TypeError('Failed to fetch')).code).toBe('network');
    expect(toProblem('odd').code).toBe('network');
  });

  test('an answer that is no problem document is our fault', () => {
    expect(toProblem({ status: 502, code: null }).code).toBe('internal_error');
  });
});

describe('explain', () => {
  test('says it in the language of the reader', () => {
    expect(explain(toProblem({ status: 401, code: 'invalid_credentials', detail: 'x' }), en)).toBe(
      en.errors.invalid_credentials,
    );
  });

  test('gives the server the word where it knows more', () => {
    const problem = toProblem({ status: 422, code: 'channel_not_possible', detail: 'The number is a landline.' });
    expect(explain(problem, en)).toBe('The number is a landline.');
    expect(explain(toProblem({ status: 418, code: 'teapot', detail: 'I am a teapot.' }), en)).toBe('I am a teapot.');
  });
});
