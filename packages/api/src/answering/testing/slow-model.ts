import type { ModelAnswer, ModelProvider } from '../types.ts';

/** A model that lets something happen once while it thinks, and then has nothing to say. */
export class SlowModel implements ModelProvider {
  meanwhile: (() => Promise<unknown>) | null = null;

  async complete<Output>(): Promise<ModelAnswer<Output>> {
    const meanwhile = this.meanwhile;
    this.meanwhile = null;
    await meanwhile?.();
    return { ok: false, reason: 'timeout', usage: { inputTokens: 0, outputTokens: 0 } };
  }
}
