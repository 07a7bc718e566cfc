import { afterEach, expect, it, vi } from 'vitest';
import { systemRuntime } from './runtime.ts';

afterEach(() => vi.unstubAllGlobals());

it('makes keys that differ', () => {
  expect(systemRuntime.randomKey()).toMatch(/^[0-9a-f-]{36}$/);
  expect(systemRuntime.randomKey()).not.toBe(systemRuntime.randomKey());
});

it('makes keys also on a page without TLS, where randomUUID is missing', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(10) });
  expect(systemRuntime.randomKey()).toBe('0a'.repeat(16));
});
