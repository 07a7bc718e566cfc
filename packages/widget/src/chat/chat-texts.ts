/** Every word the chat says by itself in one language; `{name}`, `{time}` and `{count}` are replaced. */
export interface ChatTexts {
  launcher: string;
  unread: string;
  close: string;
  assistant: string;
  colleagues: string;
  closed: string;
  greeting: string;
  greetingPeople: string;
  greetingClosed: string;
  you: string;
  us: string;
  message: string;
  send: string;
  read: string;
  failed: string;
  typing: string;
  newer: string;
  person: string;
  personMessage: string;
  email: string;
  save: string;
  saved: string;
  off: string;
  end: string;
}
