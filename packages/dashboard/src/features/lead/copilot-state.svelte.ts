import type { TextRewrite } from '@norvalt/sdk';
import { norvalt } from '$lib/api/client.ts';
import { explain } from '$lib/api/explain.ts';
import { type ApiProblem, toProblem } from '$lib/api/problem.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { toasts } from '$lib/ui/toasts.svelte.ts';
import type { ComposerState } from './composer-state.svelte.ts';

type Task = 'suggest' | TextRewrite['task'];
/** The new text, or null to leave it, and what to say of it. */
type Help = { text: string | null; said: string | null };

/** The longest text that can be rewritten, as the contract has it. */
const LONGEST = 4000;

function whyNot(task: Task, problem: ApiProblem): string {
  const words: Record<string, string> = i18n.t.copilot.failed[task === 'suggest' ? 'suggest' : 'rewrite'];
  return words[problem.code] ?? explain(problem, i18n.t);
}

/** What the copilot does to the text of a composer, with a way back. */
export class CopilotState {
  #busy = $state<Task | null>(null);

  get busy(): Task | null {
    return this.#busy;
  }

  canRewrite(text: string): boolean {
    return text.trim().length <= LONGEST;
  }

  async suggest(leadId: string, composer: ComposerState): Promise<void> {
    await this.#run('suggest', composer, async () => {
      const { text, written_by, unanswered } = await norvalt.leads.copilot.suggest(leadId, {
        channel: composer.channel,
      });
      const t = i18n.t.copilot;
      const missing = unanswered.length > 0 ? [t.unanswered(unanswered.join(', '))] : [];
      return { text, said: [t.suggestedBy[written_by], ...missing].join(' ') };
    });
  }

  async rewrite(leadId: string, composer: ComposerState, task: Pick<TextRewrite, 'task' | 'language'>): Promise<void> {
    await this.#run(task.task, composer, async () => {
      const before = composer.text.trim();
      const { text, written_by } = await norvalt.leads.copilot.rewrite(leadId, { ...task, text: before });
      const t = i18n.t.copilot;
      if (text === before) return { text: null, said: task.task === 'shorten' ? t.nothingToShorten : null };
      return { text, said: task.task === 'translate' ? t.translated : t.shortenedBy[written_by] };
    });
  }

  /** Brings back what stood there before the last help. */
  undo(composer: ComposerState): void {
    const { before } = composer.help;
    if (before === null) return;
    composer.text = before.text;
    composer.subject = before.subject;
    composer.help = { said: null, before: null };
    composer.keep();
  }

  async #run(task: Task, composer: ComposerState, ask: () => Promise<Help>): Promise<void> {
    if (this.#busy !== null || composer.sending) return;
    this.#busy = task;
    const { text, channel } = composer;
    const asked = { ...composer.help, said: null };
    composer.help = asked;
    try {
      const help = await ask();
      // What was written, sent or cleared in the meantime is not what the help is for, be it the same once more.
      if (composer.help !== asked || composer.sending || composer.text !== text || composer.channel !== channel) {
        if (composer.text) composer.help = { ...composer.help, said: i18n.t.copilot.leftAlone };
      } else if (help.text === null) {
        composer.help = { ...composer.help, said: help.said };
      } else {
        composer.text = help.text;
        composer.help = { said: help.said, before: { text, subject: composer.subject } };
        composer.keep();
      }
    } catch (error) {
      toasts.show(whyNot(task, toProblem(error)), { tone: 'error' });
    } finally {
      this.#busy = null;
    }
  }
}
