import type { ModelAnswer, ModelFailure, ModelProvider, ModelRequest, TokenUsage } from '../types.ts';

/** A model that says what a test tells it to, has no answer otherwise, and remembers what it was asked. */
export class ScriptedModel implements ModelProvider {
  /** Its answers in turn, before what it says from then on; what does not fit the question is none. */
  queue: unknown[] = [];
  next: unknown = null;
  /** Why it has none. */
  fails: ModelFailure;
  readonly asked: ModelRequest<unknown>[] = [];
  readonly #usage: TokenUsage;

  constructor(fails: ModelFailure = 'schema', usage: TokenUsage = { inputTokens: 400, outputTokens: 100 }) {
    this.fails = fails;
    this.#usage = usage;
  }

  async complete<Output>(request: ModelRequest<Output>): Promise<ModelAnswer<Output>> {
    this.asked.push(request as ModelRequest<unknown>);
    const parsed = request.schema.safeParse(this.queue.shift() ?? this.next);
    const usage = this.#usage;
    return parsed.success ? { ok: true, output: parsed.data, usage } : { ok: false, reason: this.fails, usage };
  }
}
