import { expect, test } from 'vitest';
import { allowedMoves, isClosed } from './status-moves.ts';

test.each([
  ['new', ['contacted', 'qualified', 'appointment', 'won', 'lost']],
  ['contacted', ['qualified', 'appointment', 'won', 'lost']],
  ['qualified', ['appointment', 'won', 'lost']],
  ['appointment', ['won', 'lost']],
  ['won', ['contacted']],
  ['lost', ['contacted']],
] as const)('%s may go to %j', (status, moves) => {
  expect(allowedMoves(status)).toEqual(moves);
  expect(isClosed(status)).toBe(status === 'won' || status === 'lost');
});
