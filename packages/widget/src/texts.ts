import type { ChatTexts } from './chat/chat-texts.ts';
import type { Language, StandardField } from './contract.ts';
import type { WidgetSettings } from './settings.ts';

/** What can be wrong with the visitor's answers: the name of a field, or `consent`. */
export type Answer = string;

/** Every word the widget says by itself in one language. `{email}` is replaced; snake_case ones are as in the API. */
export interface Texts {
  headings: { vehicle: string; general: string };
  intro: string;
  labels: Record<StandardField, string>;
  optional: string;
  about: string;
  submit_label: string;
  sending: string;
  success_title: string;
  success_text: string;
  replyTo: string;
  again: string;
  queuedTitle: string;
  queuedText: string;
  retry: string;
  problemTitle: string;
  /** `other` stands before the question that has no answer. */
  required: Record<StandardField | 'consent' | 'other', string>;
  invalid: { email: string; phone: string; other: string };
  unreachable: string;
  refused: string;
  /** For somebody who turns the pages of a form; `{step}` is replaced. */
  steps: { next: string; back: string; step: string };
  chat: ChatTexts;
}

const loaded: Partial<Record<Language, Texts>> = {};

/** The texts of a language if they are on the page already. */
export function textsAtHand(language: Language): Texts | undefined {
  return loaded[language];
}

/** Fetches the texts of a language; rejects when the network does. */
export async function loadTexts(from: Pick<WidgetSettings, 'importTexts'>, language: Language): Promise<Texts> {
  const { texts } = await from.importTexts(language);
  loaded[language] = texts;
  return texts;
}
