import type { HistoryEntry } from '@norvalt/sdk';
import { expect, test } from 'vitest';
import { en } from '$lib/i18n/messages/en.ts';
import { describeChange } from './describe-change.ts';

test.each([
  ['status_changed', 'new', 'contacted', 'New → Contacted'],
  ['handled_by_changed', 'assistant', 'human', 'Assistant → A person'],
  ['assigned', null, 'Jonas Vik', 'Jonas Vik'],
  ['assigned', 'Jonas Vik', null, 'Jonas Vik'],
  ['message_sent', null, 'email', 'E-mail'],
  ['created', null, 'website', 'Website'],
  ['vehicle_changed', null, 'veh_01JD8Y3M5T9Q4W7Z2X6C1V8B0N', null],
  ['deleted', null, null, null],
] as const)('%s from %s to %s', (type, from, to, words) => {
  expect(describeChange({ type, from, to } as HistoryEntry, en)).toBe(words);
});
