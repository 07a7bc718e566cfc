import type { Chat, Dealership, DealershipUpdate } from '@norvalt/sdk';

type ChatSettings = Dealership['chat'];

/** The settings of the chat as they stand in their form. */
export interface ChatDraft {
  enabled: boolean;
  answeredBy: ChatSettings['answered_by'];
  greeting: string;
  /** Whether the chat has a colour of its own; without one it has that of the first form. */
  hasAccent: boolean;
  accent: string;
  emailAfterMinutes: string;
}

/** Puts stored settings into the form; `formAccent` is the colour a chat without its own has. */
export function toDraft(chat: ChatSettings, formAccent: string): ChatDraft {
  return {
    enabled: chat.enabled,
    answeredBy: chat.answered_by,
    greeting: chat.greeting ?? '',
    hasAccent: chat.accent !== null,
    accent: chat.accent ?? formAccent,
    emailAfterMinutes: String(chat.email_after_minutes),
  };
}

/** What is sent to be stored. */
export function toUpdate(draft: ChatDraft): NonNullable<DealershipUpdate['chat']> {
  return {
    enabled: draft.enabled,
    answered_by: draft.answeredBy,
    greeting: draft.greeting.trim() || null,
    accent: draft.hasAccent ? draft.accent.toLowerCase() : null,
    email_after_minutes: Number(draft.emailAfterMinutes),
  };
}

/** Whether a text is a colour as the API takes it. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** What the widget would be told with these settings; a colour that is not finished changes nothing. */
export function previewOf(draft: ChatDraft, now: Chat, dealership: Dealership, formAccent: string): Chat {
  const { answeredBy } = draft;
  // One without opening hours counts as open, but nobody has said that colleagues are there.
  const areColleaguesThere = now.open && dealership.opening_hours.length > 0;
  const byHours = areColleaguesThere ? 'human' : 'assistant';
  const choice = answeredBy === 'assistant_outside_hours' ? byHours : answeredBy;
  return {
    ...now,
    enabled: draft.enabled,
    answered_by: dealership.assistant.auto_reply ? choice : 'human',
    greeting: draft.greeting.trim() || null,
    theme: { accent: draft.hasAccent && isColour(draft.accent) ? draft.accent.toLowerCase() : formAccent },
  };
}
