import { afterEach, expect, it } from 'vitest';
import { armFailpoints, failpoint } from './failpoints.ts';

afterEach(() => armFailpoints(null));

it('does nothing until it is armed, and then only at the named place, for the named subject, so many times', () => {
  expect(() => failpoint('send.claimed', 'kari@example.com')).not.toThrow();
  armFailpoints('send.claimed=throw*2@kari; intake.working=throw');
  expect(() => failpoint('send.noted', 'kari@example.com')).not.toThrow();
  expect(() => failpoint('send.claimed', 'ola@example.com')).not.toThrow();
  for (let time = 0; time < 2; time += 1)
    expect(() => failpoint('send.claimed', 'kari@example.com')).toThrow('failpoint send.claimed');
  expect(() => failpoint('send.claimed', 'kari@example.com')).not.toThrow();
  expect(() => failpoint('intake.working')).toThrow();
});

it.each(['send.claimed', 'send.claimed=explode', 'claimed=crash'])('refuses %s', (text) => {
  expect(() => armFailpoints(text)).toThrow('FAILPOINTS');
});
