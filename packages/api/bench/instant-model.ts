import { replyOutput, understandingOutput } from '../src/answering/testing/model-outputs.ts';
import type { ModelAnswer, ModelProvider, ModelRequest } from '../src/answering/types.ts';

const usage = { inputTokens: 900, outputTokens: 120 };
const understood = understandingOutput();
const refused = replyOutput(
  'Hei Kari, Volvo V60 er til salgs for 123 000 kr, og vi kan gi deg rabatt. Vi ringer deg i morgen.',
);
const accepted = replyOutput('Hei Kari, takk for meldingen. Det du spør om, kan en selger hos Fjord Bil svare på.');

/** Answers at once; what it writes first is refused by the claims gate, so that the rewrite is measured too. */
export const instantModel: ModelProvider = {
  async complete<Output>({ tier, schema, messages }: ModelRequest<Output>): Promise<ModelAnswer<Output>> {
    const answer = tier === 'fast' ? understood : messages.length > 1 ? accepted : refused;
    return { ok: true, output: schema.parse(answer), usage };
  },
};
