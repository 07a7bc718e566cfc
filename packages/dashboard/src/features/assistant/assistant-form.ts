import type { AssistantSettings, AssistantUpdate, Language, QuestionTopic } from '@norvalt/sdk';

export const channelNames = ['website', 'chat', 'email', 'sms', 'whatsapp', 'phone'] as const;
export const topics: readonly QuestionTopic[] = ['budget', 'timeline', 'financing', 'trade_in', 'test_drive', 'other'];

/** What the form changes: every channel whole. */
export type AssistantChanges = AssistantUpdate & Pick<AssistantSettings, 'channels'>;

/** A question as it is edited: its words in the dealership's language, those in others kept. */
export interface QuestionDraft {
  id: string | undefined;
  /** For the list on the screen, also while there is no id. */
  key: string;
  topic: QuestionTopic;
  words: string;
  wording: AssistantSettings['questions'][number]['wording'];
}

/** One word or phrase per line, as a list. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A whole number between two bounds, or undefined for anything else. */
export function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = Number(text.replace(/[\s\u00a0]/g, ''));
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

let made = 0;

/** A question for the form, of a stored one or new. */
export function questionDraft(
  topic: QuestionTopic,
  language: Language,
  stored?: NonNullable<AssistantUpdate['questions']>[number],
): QuestionDraft {
  made += 1;
  const wording = stored?.wording ?? {};
  return { id: stored?.id, key: stored?.id ?? `new-${made}`, topic, words: wording[language] ?? '', wording };
}

/** The questions of the form as the API takes them. */
export function questionsOf(
  drafts: readonly QuestionDraft[],
  language: Language,
): NonNullable<AssistantUpdate['questions']> {
  return drafts.map(({ id, topic, words, wording }) => {
    const { [language]: _, ...others } = wording;
    const own = words.trim();
    return {
      ...(id === undefined ? {} : { id }),
      topic,
      wording: own === '' ? others : { ...others, [language]: own },
    };
  });
}
