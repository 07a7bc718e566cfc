import { describe, expect, test } from 'vitest';
import { isPublicPath, redirectFor, safeNext } from './guard.ts';

describe('redirectFor', () => {
  test('sends a stranger to sign in and remembers where they wanted to go', () => {
    expect(redirectFor('/leads/lead_1', '?status=new', false)).toEqual({
      path: '/sign-in',
      next: '/leads/lead_1?status=new',
    });
    expect(redirectFor('/', '', false)).toEqual({ path: '/sign-in' });
  });

  test('lets a stranger sign in, sign up and accept an invitation', () => {
    for (const path of ['/sign-in', '/sign-in/', '/sign-up', '/invitation']) {
      expect(isPublicPath(path)).toBe(true);
      expect(redirectFor(path, '', false)).toBeNull();
    }
  });

  test('sends a person who is signed in to the inbox instead of the door, but lets them accept an invitation', () => {
    expect(redirectFor('/sign-in', '', true)).toEqual({ path: '/' });
    expect(redirectFor('/invitation', '?token=1', true)).toBeNull();
    expect(redirectFor('/vehicles', '', true)).toBeNull();
  });
});

describe('safeNext', () => {
  test.each([
    ['/leads/lead_1?q=a', '/leads/lead_1?q=a'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    [null, '/'],
  ])('%s leads to %s', (next, path) => expect(safeNext(next)).toBe(path));
});
