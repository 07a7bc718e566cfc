import type { TextRewrite } from '@norvalt/sdk';
import { norvalt } from '$lib/api/client.ts';
import { explain } from '$lib/api/explain.ts';
import { type ApiProblem, toProblem } from '$lib/api/problem.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { toasts } from '$lib/ui/toasts.svelte.ts';
import type { ComposerState } from './composer-state.svelte.ts';

type Task = 'suggest' | TextRewrite['task'];

/** The longest text that can be rewritten, as the contract has it. */
const LONGEST = 4000;

function whyNot(task: Task, problem: ApiProblem): string {
  const words: Record<string, string> = i18n.t.copilot.failed[task === 'suggest' ? 'suggest' : 'rewrite'];
  return words[problem.code] ?? explain(problem, i18n.t);
}

/** What the copilot does to the text of a composer, with a way back. */
export class CopilotState {
  #busy = $state<Task | null>(null);
  #said = $state<string | null>(null);
  #before = $state.raw<{ text: string; subject: string } | null>(null);

  get busy(): Task | null {
    return this.#busy;
  }

  /** What was done, for the person who now reads it. */
  get said(): string | null {
    return this.#said;
  }

  get before(): { text: string; subject: string } | null {
    return this.#before;
  }

  canRewrite(text: string): boolean {
    return text.trim().length <= LONGEST;
  }

  async suggest(leadId: string, composer: ComposerState): Promise<void> {
    await this.#run('suggest', composer, async () => {
      const suggestion = await norvalt.leads.copilot.suggest(leadId, { channel: composer.channel });
      this.#put(composer, suggestion.text);
      const t = i18n.t.copilot;
      const missing = suggestion.unanswered.length > 0 ? [t.unanswered(suggestion.unanswered.join(', '))] : [];
      this.#said = [t.suggestedBy[suggestion.written_by], ...missing].join(' ');
    });
  }

  async rewrite(leadId: string, composer: ComposerState, task: Pick<TextRewrite, 'task' | 'language'>): Promise<void> {
    await this.#run(task.task, composer, async () => {
      const text = composer.text.trim();
      const rewritten = await norvalt.leads.copilot.rewrite(leadId, { ...task, text });
      const t = i18n.t.copilot;
      if (rewritten.text === text) {
        this.#said = task.task === 'shorten' ? t.nothingToShorten : null;
        return;
      }
      this.#put(composer, rewritten.text);
      this.#said = task.task === 'translate' ? t.translated : t.shortenedBy[rewritten.written_by];
    });
  }

  /** Brings back what stood there before the last help. */
  undo(composer: ComposerState): void {
    if (this.#before === null) return;
    composer.text = this.#before.text;
    composer.subject = this.#before.subject;
    composer.keep();
    this.#before = null;
    this.#said = null;
  }

  #put(composer: ComposerState, text: string): void {
    this.#before = { text: composer.text, subject: composer.subject };
    composer.text = text;
    composer.keep();
  }

  async #run(task: Task, composer: ComposerState, act: () => Promise<void>): Promise<void> {
    if (this.#busy !== null || composer.sending) return;
    this.#busy = task;
    this.#said = null;
    try {
      await act();
    } catch (error) {
      toasts.show(whyNot(task, toProblem(error)), { tone: 'error' });
    } finally {
      this.#busy = null;
    }
  }
}
