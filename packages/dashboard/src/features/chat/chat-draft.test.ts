import type { Chat, Dealership } from '@norvalt/sdk';
import { describe, expect, it } from 'vitest';
import { previewOf, toDraft } from './chat-draft.ts';

const chat: Dealership['chat'] = {
  enabled: true,
  answered_by: 'assistant_outside_hours',
  email_after_minutes: 5,
  greeting: null,
  accent: null,
};
const monday: Dealership['opening_hours'][number] = { day: 'monday', opens: '09:00', closes: '17:00' };
const dealership = (hours: Dealership['opening_hours'], autoReply = true) =>
  ({ opening_hours: hours, assistant: { auto_reply: autoReply } }) as Dealership;

function answeredBy(open: boolean, of: Dealership): Chat['answered_by'] {
  return previewOf(toDraft(chat, '#1450c8'), { open } as Chat, of, '#1450c8').answered_by;
}

describe('the preview of a chat that the assistant answers outside opening hours', () => {
  it('is answered by colleagues while the dealership is open, and by the assistant otherwise', () => {
    expect(answeredBy(true, dealership([monday]))).toBe('human');
    expect(answeredBy(false, dealership([monday]))).toBe('assistant');
  });

  it('is answered by the assistant where nobody has said any hours, as visitors are', () => {
    expect(answeredBy(true, dealership([]))).toBe('assistant');
  });

  it('is answered by nobody but people where automatic replies are off', () => {
    expect(answeredBy(false, dealership([monday], false))).toBe('human');
  });
});
