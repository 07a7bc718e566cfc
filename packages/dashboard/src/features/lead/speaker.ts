import type { Lead, Message, Submission } from '@norvalt/sdk';
import type { Messages } from '$lib/i18n/i18n.svelte.ts';

/** Who spoke: a name and, in words, what they are. */
export interface Speaker {
  kind: 'customer' | 'assistant' | 'person';
  name: string;
  role: string;
}

/** Names the one who wrote a message, so that customer, assistant and colleague cannot be mistaken. */
export function speakerOf(message: Message, lead: Lead, ownName: string | null, t: Messages): Speaker {
  switch (message.sender_type) {
    case 'customer':
      return {
        kind: 'customer',
        name: message.sender_name ?? lead.customer.name ?? t.inbox.unnamed,
        role: t.message.customer,
      };
    case 'ai':
      return { kind: 'assistant', name: message.sender_name ?? t.message.assistant, role: t.message.assistant };
    case 'human': {
      const name = message.sender_name ?? t.message.colleague;
      return { kind: 'person', name, role: name === ownName ? t.message.you : t.message.colleague };
    }
  }
}

/** Whether the assistant is still writing: no words yet, and the message on its way. */
export function isBeingWritten(message: Message): boolean {
  return (
    message.sender_type === 'ai' &&
    message.text === '' &&
    message.state_reason === null &&
    ['pending', 'sending'].includes(message.state)
  );
}

/** Whether the subject of a mail is worth a line: not when the mail before it had the same. */
export function subjectChanges(message: Message, before: readonly Message[]): boolean {
  if (message.channel !== 'email' || !message.subject) return false;
  const bare = (subject: string) => subject.replace(/^((re|sv|vs|fw|fwd|aw)\s*:\s*)+/i, '').trim();
  const previous = before.findLast(({ channel, subject }) => channel === 'email' && subject);
  return !previous?.subject || bare(previous.subject) !== bare(message.subject);
}

/** The further submission a message came with, or null: an answer in the conversation is none, nor is the first. */
export function furtherSubmission(message: Message, lead: Lead): Submission | null {
  if (message.direction !== 'inbound') return null;
  const belongs = ({ message: words, received_at }: Submission) =>
    words.trim() === message.text.trim() || Date.parse(received_at) === Date.parse(message.created_at);
  const index = lead.submissions.findIndex(belongs);
  return index > 0 ? (lead.submissions[index] ?? null) : null;
}
