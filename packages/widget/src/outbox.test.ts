import { beforeEach, describe, expect, test } from 'vitest';
import { createOutbox, type OutboxEntry } from './outbox.ts';

class MemoryStorage implements Storage {
  readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  clear(): void {
    this.items.clear();
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  key(): string | null {
    return null;
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
}

const hourMs = 3_600_000;
const noonMs = Date.parse('2026-11-20T12:00:00Z');

function entryOf(key: string, sentAtMs = noonMs): OutboxEntry {
  const submission = { name: 'Kari Hansen', message: 'Er den ledig?' };
  return { key, api: 'https://api.example', apiKey: 'pk_test_1', form: 'default', submission, sentAtMs };
}

describe('outbox', () => {
  let storage: MemoryStorage;
  let nowMs: number;
  const outbox = createOutbox(
    () => storage,
    () => nowMs,
  );

  beforeEach(() => {
    storage = new MemoryStorage();
    nowMs = noonMs;
  });

  test('keeps entries in the order they were sent until they are removed', () => {
    expect(outbox.add(entryOf('a'))).toBe(true);
    expect(outbox.add(entryOf('b'))).toBe(true);
    expect(outbox.list().map((entry) => entry.key)).toEqual(['a', 'b']);
    outbox.remove('a');
    expect(outbox.list().map((entry) => entry.key)).toEqual(['b']);
  });

  test('leaves nothing in storage when it is empty', () => {
    outbox.add(entryOf('a'));
    outbox.remove('a');
    expect(storage.length).toBe(0);
  });

  test('keeps the same submit once', () => {
    outbox.add(entryOf('a'));
    outbox.add(entryOf('a'));
    expect(outbox.list()).toHaveLength(1);
  });

  test('refuses the sixth rather than losing the first', () => {
    for (const key of ['1', '2', '3', '4', '5']) expect(outbox.add(entryOf(key))).toBe(true);
    expect(outbox.add(entryOf('6'))).toBe(false);
    expect(outbox.list().map((entry) => entry.key)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('forgets what is 24 hours old', () => {
    outbox.add(entryOf('old', noonMs));
    nowMs = noonMs + 23 * hourMs;
    outbox.add(entryOf('new', nowMs));
    expect(outbox.list()).toHaveLength(2);
    nowMs = noonMs + 24 * hourMs;
    expect(outbox.list().map((entry) => entry.key)).toEqual(['new']);
  });

  test('forgets what a clock set back by days makes a thing of the future', () => {
    outbox.add(entryOf('a', noonMs));
    nowMs = noonMs - 48 * hourMs;
    expect(outbox.list()).toEqual([]);
  });

  test.each(['', 'not json', 'null', '{}', '[1]', '[{"key":1}]'])('reads %j as empty', (stored) => {
    storage.setItem('norvalt-outbox', stored);
    expect(outbox.list()).toEqual([]);
    expect(outbox.add(entryOf('a'))).toBe(true);
  });

  test('says so when storage is blocked, and does not throw', () => {
    const blocked = createOutbox(
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
      () => nowMs,
    );
    expect(blocked.add(entryOf('a'))).toBe(false);
    expect(blocked.list()).toEqual([]);
    expect(() => blocked.remove('a')).not.toThrow();
  });
});
