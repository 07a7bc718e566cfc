import { z } from 'zod';

/** Turns texts into vectors of length 1, near to each other when the texts mean the same. */
export interface EmbeddingProvider {
  /** Vectors of two models do not compare: it is kept with each. */
  model: string;
  /**
   * Vectors in the order of the texts.
   * @throws EmbeddingFailed
   */
  embed(texts: readonly string[], purpose: 'query' | 'document'): Promise<number[][]>;
}

/** Thrown when the service gave no vectors. */
export class EmbeddingFailed extends Error {
  constructor(detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'EmbeddingFailed';
  }
}

export interface EmbeddingSettings {
  apiKey: string;
  /** Address of an API in the manner of `POST /v1/embeddings`, without `/embeddings`. */
  baseUrl: string;
  model: string;
}

/** An answer must not wait for a question's vector; documents have time. */
const timeoutMs = { query: 1500, document: 30_000 };
const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
});

function normalise(vector: readonly number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}

/** Calls an embeddings API: Voyage's, OpenAI's or one that is like theirs. */
export function createEmbeddingProvider({ apiKey, baseUrl, model }: EmbeddingSettings): EmbeddingProvider {
  // Voyage embeds questions and documents differently; others refuse a field they do not know.
  const inputType = (purpose: 'query' | 'document') => (model.startsWith('voyage') ? { input_type: purpose } : {});
  return {
    model,
    embed: async (texts, purpose) => {
      try {
        const answer = await fetch(`${baseUrl.replace(/\/$/, '')}/embeddings`, {
          method: 'POST',
          headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify({ model, input: texts, ...inputType(purpose) }),
          signal: AbortSignal.timeout(timeoutMs[purpose]),
        });
        if (!answer.ok) throw new EmbeddingFailed(`the embeddings API answered ${answer.status}`);
        const { data } = answerSchema.parse(await answer.json());
        const vectors = [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => normalise(embedding));
        if (vectors.length !== texts.length) throw new EmbeddingFailed('the embeddings API left vectors out');
        return vectors;
      } catch (error) {
        if (error instanceof EmbeddingFailed) throw error;
        throw new EmbeddingFailed('the embeddings API gave no answer that can be read', { cause: error });
      }
    },
  };
}
