import { expect, it } from 'vitest';
import { isWindowOpen, windowClosesAt } from './whatsapp-thread.ts';

const thread = { numberId: '1', customer: '4790123456', writtenAt: new Date('2026-11-20T10:00:00.000Z') };

it.each([
  ['2026-11-20T10:00:00.000Z', true],
  ['2026-11-21T09:59:59.000Z', true],
  ['2026-11-21T09:59:59.999Z', true],
  ['2026-11-21T10:00:00.000Z', false],
  ['2026-11-21T10:00:01.000Z', false],
])('at %s the window of a message of the day before at ten is open: %s', (now, open) => {
  expect(isWindowOpen(thread, new Date(now))).toBe(open);
  expect(windowClosesAt(thread).toISOString()).toBe('2026-11-21T10:00:00.000Z');
});
