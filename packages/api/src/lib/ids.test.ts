import { decodeTime } from 'ulid';
import { describe, expect, it } from 'vitest';
import { after, DAY_MS } from './clock.ts';
import { newId } from './ids.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const timeOf = (id: string) => new Date(decodeTime(id.slice(id.indexOf('_') + 1)));

describe('an id', () => {
  it('carries the time it was made for, also after one for a later time', () => {
    const ahead = after(now, 90 * DAY_MS);
    expect(timeOf(newId('arr', ahead))).toEqual(ahead);
    expect(timeOf(newId('evt', now))).toEqual(now);
  });

  it('sorts behind those made before it for the same millisecond, whatever was made in between', () => {
    const ids = Array.from({ length: 50 }, (_, index) => {
      newId('msg', after(now, index - 25));
      return newId('hist', now);
    });
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
