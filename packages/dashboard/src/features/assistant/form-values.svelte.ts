import type { AssistantSettings, Language } from '@norvalt/sdk';
import type { Messages } from '$lib/i18n/i18n.svelte.ts';
import type { FieldErrors } from '$lib/ui/form-state.svelte.ts';
import { parseFollowUpDays } from '../settings/opening-hours.ts';
import { type AssistantChanges, linesOf, questionDraft, questionsOf, wholeNumber } from './assistant-form.ts';

/** What stands in the fields of the assistant's settings. */
export class FormValues {
  readonly #language: Language;
  name = $state('');
  autoReply = $state(true);
  followUpDays = $state('');
  channels = $state<AssistantSettings['channels']>({} as AssistantSettings['channels']);
  personality = $state<AssistantSettings['personality']>('warm');
  disclosure = $state<AssistantSettings['disclosure']>('every_message');
  outsideHours = $state<AssistantSettings['outside_hours']>('answer');
  burst = $state('');
  instructions = $state('');
  neverSay = $state('');
  escalateWords = $state('');
  questions = $state<ReturnType<typeof questionDraft>[]>([]);
  monthlyTokens = $state('');
  softPercent = $state('');

  /** The stored settings, with changes over them that were tried and not saved. */
  constructor(stored: AssistantSettings, language: Language, tried: AssistantChanges | null) {
    const settings = { ...stored, ...tried, budget: { ...stored.budget, ...tried?.budget } };
    this.#language = language;
    this.name = settings.name;
    this.autoReply = settings.auto_reply;
    this.followUpDays = settings.follow_up_days.join(', ');
    this.channels = structuredClone(settings.channels);
    this.personality = settings.personality;
    this.disclosure = settings.disclosure;
    this.outsideHours = settings.outside_hours;
    this.burst = String(settings.burst_wait_seconds);
    this.instructions = settings.instructions ?? '';
    this.neverSay = settings.never_say.join('\n');
    this.escalateWords = settings.escalate_words.join('\n');
    this.questions = settings.questions.map((question) => questionDraft(question.topic, language, question));
    this.monthlyTokens = settings.budget.monthly_tokens === null ? '' : String(settings.budget.monthly_tokens);
    this.softPercent = String(settings.budget.soft_percent);
  }

  /** What is wrong, by the pointers of the API. */
  errors(t: Messages): FieldErrors {
    const words = t.assistant;
    const tokens = this.monthlyTokens.trim() === '' || wholeNumber(this.monthlyTokens, 0, 1_000_000_000) !== undefined;
    const questions = questionsOf(this.questions, this.#language);
    return {
      name: this.name.trim() ? undefined : t.common.required,
      follow_up_days: parseFollowUpDays(this.followUpDays) ? undefined : t.settings.followUpDaysInvalid,
      burst_wait_seconds: wholeNumber(this.burst, 0, 45) === undefined ? words.burstInvalid : undefined,
      'budget/monthly_tokens': tokens ? undefined : words.monthlyTokensInvalid,
      'budget/soft_percent':
        wholeNumber(this.softPercent, 10, 100) === undefined ? words.softPercentInvalid : undefined,
      ...Object.fromEntries(
        questions.map(({ topic, wording }, index) => {
          const wordless = topic === 'other' && Object.keys(wording ?? {}).length === 0;
          return [`questions/${index}/wording`, wordless ? words.ownWordsNeeded : undefined];
        }),
      ),
    };
  }

  /** The change that the API is asked for. */
  body(): AssistantChanges {
    return {
      name: this.name.trim(),
      auto_reply: this.autoReply,
      follow_up_days: parseFollowUpDays(this.followUpDays) ?? [],
      channels: $state.snapshot(this.channels),
      personality: this.personality,
      disclosure: this.disclosure,
      outside_hours: this.outsideHours,
      burst_wait_seconds: wholeNumber(this.burst, 0, 45) ?? 0,
      instructions: this.instructions.trim() || null,
      never_say: linesOf(this.neverSay),
      escalate_words: linesOf(this.escalateWords),
      questions: questionsOf($state.snapshot(this.questions), this.#language),
      budget: {
        monthly_tokens: wholeNumber(this.monthlyTokens, 0, 1_000_000_000) ?? null,
        soft_percent: wholeNumber(this.softPercent, 10, 100) ?? 80,
      },
    };
  }
}
