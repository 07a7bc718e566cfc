import { describe, expect, test } from 'vitest';
import { IdempotentSend } from './idempotent-send.ts';

function makeOnce() {
  let number = 0;
  return new IdempotentSend(() => `key_${++number}`);
}

describe('IdempotentSend', () => {
  test('a double click is one request', async () => {
    const once = makeOnce();
    const keys: string[] = [];
    const send = async (_: string, key: string) => void keys.push(key);
    await Promise.all([once.run('hello', send), once.run('hello', send)]);
    expect(keys).toEqual(['key_1']);
  });

  test('keys are long and never the same', async () => {
    const once = new IdempotentSend();
    const keys = [await once.run('a', async (_, key) => key), await once.run('a', async (_, key) => key)];
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('a retry of the same words has the same key', async () => {
    const once = makeOnce();
    const keys: string[] = [];
    const fail = async (_: string, key: string) => {
      keys.push(key);
      throw new Error('no answer');
    };
    await expect(once.run('hello', fail)).rejects.toThrow();
    await expect(once.run('hello', fail)).rejects.toThrow();
    expect(keys).toEqual(['key_1', 'key_1']);
  });

  test('after a refusal the same words are a new try', async () => {
    const once = makeOnce();
    const keys: string[] = [];
    const refuse = (status: number) => async (_: string, key: string) => {
      keys.push(key);
      throw Object.assign(new Error('refused'), { status });
    };
    for (const status of [422, 503, 409, 429]) await expect(once.run('hello', refuse(status))).rejects.toThrow();
    expect(keys).toEqual(['key_1', 'key_2', 'key_2', 'key_2']);
  });

  test('other words, or the same words after success, are another send', async () => {
    const once = makeOnce();
    const keys: string[] = [];
    const send = async (_: string, key: string) => void keys.push(key);
    await once.run('hello', send);
    await once.run('hello', send);
    await once.run('goodbye', send);
    expect(keys).toEqual(['key_1', 'key_2', 'key_3']);
  });

  test('a key kept over a reload is used again for the same words', async () => {
    const before = makeOnce();
    await expect(before.run('hello', () => Promise.reject(new Error('no answer')))).rejects.toThrow();
    const after = new IdempotentSend(() => 'another', before.pending);
    expect(await after.run('hello', async (_, key) => key)).toBe('key_1');
    expect(after.pending).toBeNull();
  });
});
