import { expect, test } from 'vitest';
import { matchCommands } from './commands.ts';

const commands = ['Inbox', 'Vehicles', 'Settings: Team'].map((label) => ({
  group: 'Go to',
  label,
  run: () => undefined,
}));
const labels = (words: string) => matchCommands(commands, words).map(({ label }) => label);

test('every word has to be there, in any order and case', () => {
  expect(labels('vehic')).toEqual(['Vehicles']);
  expect(labels('TEAM settings')).toEqual(['Settings: Team']);
  expect(labels('go to')).toEqual(['Inbox', 'Vehicles', 'Settings: Team']);
  expect(labels('volvo')).toEqual([]);
  expect(labels('')).toHaveLength(3);
});
