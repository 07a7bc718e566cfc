import type { Lead, Message } from '@norvalt/sdk';
import { describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/messages/en.ts';
import { furtherSubmission, isBeingWritten, speakerOf, subjectChanges } from './speaker.ts';

const lead = { customer: { name: 'Kari Hansen' } } as Lead;
const message = (fields: Partial<Message>) =>
  ({
    channel: 'email',
    subject: null,
    sender_name: null,
    text: 'x',
    state: 'sent',
    state_reason: null,
    ...fields,
  }) as Message;

describe('speakerOf', () => {
  test.each([
    [{ sender_type: 'customer' }, { kind: 'customer', name: 'Kari Hansen', role: 'Customer' }],
    [
      { sender_type: 'ai', sender_name: 'Frida' },
      { kind: 'assistant', name: 'Frida', role: 'Digital assistant' },
    ],
    [
      { sender_type: 'human', sender_name: 'Anne Lie' },
      { kind: 'person', name: 'Anne Lie', role: 'you' },
    ],
    [
      { sender_type: 'human', sender_name: 'Siri Berg' },
      { kind: 'person', name: 'Siri Berg', role: 'Colleague' },
    ],
  ] as const)('%j', (fields, speaker) => expect(speakerOf(message(fields), lead, 'Anne Lie', en)).toEqual(speaker));
});

test('only an empty message of the assistant that is on its way is being written', () => {
  expect(isBeingWritten(message({ sender_type: 'ai', text: '', state: 'pending' }))).toBe(true);
  expect(isBeingWritten(message({ sender_type: 'ai', text: '', state: 'cancelled' }))).toBe(false);
  const waiting = {
    sender_type: 'ai',
    text: '',
    state: 'pending',
    state_reason: 'Written outside opening hours',
  } as const;
  expect(isBeingWritten(message(waiting))).toBe(false);
  expect(isBeingWritten(message({ sender_type: 'ai', text: 'Hei', state: 'pending' }))).toBe(false);
});

describe('subjectChanges', () => {
  const first = message({ subject: 'Volvo XC60' });
  test('shows the first subject and each that differs, replies aside', () => {
    expect(subjectChanges(first, [])).toBe(true);
    expect(subjectChanges(message({ subject: 'SV: Re: Volvo XC60' }), [first])).toBe(false);
    expect(subjectChanges(message({ subject: 'Innbytte' }), [first])).toBe(true);
    expect(subjectChanges(message({ subject: null }), [first])).toBe(false);
  });
});

test('a further submission is told from an answer and from the first', () => {
  const submission = (words: string, at: string) => ({ message: words, received_at: at, repeats: 0 });
  const submissions = [
    submission('Er den ledig?', '2026-11-20T10:00:00Z'),
    submission('Følger det vinterdekk?', '2026-11-21T10:00:00Z'),
  ];
  const asked = { ...lead, submissions } as Lead;
  const inbound = (text: string, createdAt: string) => message({ direction: 'inbound', text, created_at: createdAt });
  expect(furtherSubmission(inbound('Er den ledig?', '2026-11-20T10:00:00.000Z'), asked)).toBeNull();
  expect(furtherSubmission(inbound('Takk, jeg kommer.', '2026-11-20T12:00:00Z'), asked)).toBeNull();
  expect(furtherSubmission(inbound('Følger det vinterdekk?', '2026-11-21T10:00:05Z'), asked)).toBe(submissions[1]);
});
