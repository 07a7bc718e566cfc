import type Anthropic from '@anthropic-ai/sdk';
import type { z } from 'zod';
import type { ModelAnswer, TokenUsage } from '../types.ts';

function usageOf(message: Anthropic.Message, lost: TokenUsage): TokenUsage {
  const { input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens } = message.usage;
  return {
    inputTokens: lost.inputTokens + input_tokens + (cache_creation_input_tokens ?? 0) + (cache_read_input_tokens ?? 0),
    outputTokens: lost.outputTokens + output_tokens,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a message into the asked-for shape; `lost` is what earlier attempts of the same call may have cost. */
export function readAnswer<Output>(
  message: Anthropic.Message,
  schema: z.ZodType<Output>,
  lost: TokenUsage,
): ModelAnswer<Output> {
  const usage = usageOf(message, lost);
  if (message.stop_reason === 'refusal') return { ok: false, reason: 'refusal', usage };
  if (message.stop_reason !== 'end_turn' && message.stop_reason !== 'stop_sequence')
    return { ok: false, reason: 'truncated', usage };
  // A thinking block may come first, so text is picked by type and never by position.
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const json = parseJson(text);
  if (json === undefined) return { ok: false, reason: 'not_json', usage };
  const parsed = schema.safeParse(json);
  return parsed.success ? { ok: true, output: parsed.data, usage } : { ok: false, reason: 'schema', usage };
}
