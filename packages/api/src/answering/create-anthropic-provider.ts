import { createHash } from 'node:crypto';
import type Anthropic from '@anthropic-ai/sdk';
import { describeError } from '../lib/describe-error.ts';
import { classifyFailure } from './model/classify-failure.ts';
import { createAttemptMeter } from './model/create-attempt-meter.ts';
import { type CircuitBreaker, createCircuitBreaker } from './model/create-circuit-breaker.ts';
import { estimateTokens } from './model/estimate-tokens.ts';
import { readAnswer } from './model/read-answer.ts';
import type { AnsweringLogger, ModelAnswer, ModelFailure, ModelProvider, ModelRequest, TokenUsage } from './types.ts';

export interface AnthropicProviderOptions {
  apiKey: string;
  /** Where the Messages API answers; null for the vendor's own address. */
  baseUrl: string | null;
  /** Model for classifying and extracting. */
  fastModel: string;
  /** Model that writes to customers. */
  mainModel: string;
  /** Longest a single HTTP attempt may take. */
  timeoutMs: number;
  fetch?: typeof globalThis.fetch;
  logger?: AnsweringLogger;
  /** Milliseconds, for the circuit breaker. */
  now?: () => number;
}

interface Client {
  anthropic: Anthropic;
  errors: typeof Anthropic;
  outputFormat: typeof import('@anthropic-ai/sdk/helpers/zod').zodOutputFormat;
}

const nothingUsed: TokenUsage = { inputTokens: 0, outputTokens: 0 };

// The library takes 0.4 s to load, so it is loaded with the first call and never without a key.
async function loadClient(options: AnthropicProviderOptions): Promise<Client> {
  const [{ default: AnthropicClient }, { zodOutputFormat }] = await Promise.all([
    import('@anthropic-ai/sdk'),
    import('@anthropic-ai/sdk/helpers/zod'),
  ]);
  const anthropic = new AnthropicClient({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    timeout: options.timeoutMs,
    maxRetries: 1,
    // Debug output would hold customers' words.
    logLevel: 'off',
    openTelemetry: false,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
  return { anthropic, errors: AnthropicClient, outputFormat: zodOutputFormat };
}

function createBody<Output>(
  request: ModelRequest<Output>,
  model: string,
  client: Client,
): Anthropic.MessageCreateParamsNonStreaming {
  const { type, schema } = client.outputFormat(request.schema);
  return {
    model,
    max_tokens: request.maxTokens,
    system: request.system,
    messages: request.messages,
    output_config: { effort: request.effort, format: { type, schema } },
    metadata: { user_id: createHash('sha256').update(request.tenantId).digest('hex') },
  };
}

/** What the calls of one provider share. */
interface Shared {
  options: AnthropicProviderOptions;
  breaker: CircuitBreaker;
  client: Promise<Client> | null;
  /** The key was refused; nothing is asked any more. */
  disabled: boolean;
}

function refuse(reason: ModelFailure, usage: TokenUsage = nothingUsed) {
  return { ok: false, reason, usage } as const;
}

function judgeFailure(shared: Shared, error: unknown, errors: typeof Anthropic, model: string): ModelFailure {
  const { reason, transient } = classifyFailure(error, errors);
  const warn = (details: Record<string, unknown>, message: string) => shared.options.logger?.warn(details, message);
  if (transient) shared.breaker.failed();
  if (reason === 'unauthorised') {
    if (!shared.disabled)
      warn({ model }, 'The model API refused the key; answers come from rules until the next start');
    shared.disabled = true;
  } else {
    const requestId = error instanceof errors.APIError ? error.requestID : null;
    warn({ reason, model, requestId }, 'A model call failed');
  }
  return reason;
}

async function call<Output>(shared: Shared, request: ModelRequest<Output>): Promise<ModelAnswer<Output>> {
  const { options, breaker } = shared;
  shared.client ??= loadClient(options);
  const client = await shared.client;
  const model = request.tier === 'fast' ? options.fastModel : options.mainModel;
  const meter = createAttemptMeter(estimateTokens(request.system, ...request.messages.map(({ content }) => content)));
  try {
    const message = await client.anthropic.messages.create(createBody(request, model, client), {
      timeout: Math.min(options.timeoutMs, request.deadlineMs),
      signal: AbortSignal.timeout(request.deadlineMs),
      middleware: [meter.middleware],
    });
    breaker.succeeded();
    return readAnswer(message, request.schema, meter.lost());
  } catch (error) {
    return refuse(judgeFailure(shared, error, client.errors, model), meter.lost());
  }
}

/**
 * The Anthropic Messages API as a model provider: structured output, one retry, a deadline over the whole call, a
 * circuit breaker, and off for good after a 401 or 403. Never throws.
 */
export function createAnthropicProvider(options: AnthropicProviderOptions): ModelProvider {
  const breaker = createCircuitBreaker(options.now ?? Date.now);
  const shared: Shared = { options, breaker, client: null, disabled: false };
  return {
    async complete(request) {
      if (shared.disabled) return refuse('disabled');
      if (!breaker.allows()) return refuse('circuit_open');
      try {
        return await call(shared, request);
      } catch (error) {
        breaker.failed();
        options.logger?.warn(describeError(error), 'The model client could not be used');
        return refuse('connection');
      }
    },
  };
}
