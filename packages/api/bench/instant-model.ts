import type { ModelAnswer, ModelProvider, ModelRequest } from '../src/answering/types.ts';

const usage = { inputTokens: 900, outputTokens: 120 };
const understood = {
  reasoning: 'A question about a car.',
  label: 'sales_inquiry',
  confidence: 'high',
  language: 'nb',
  intents: ['availability', 'price'],
  urgency: 'normal',
  escalations: [],
  name: { value: null, quote: null },
  budget: { kroner: null, quote: null },
  timeline: { value: null, quote: null },
  trade_in: { value: null, quote: null },
  injection_suspected: false,
};
const refused = {
  reply: 'Hei Kari, Volvo V60 er til salgs for 123 000 kr, og vi kan gi deg rabatt. Vi ringer deg i morgen.',
  sources: [],
  vehicle_ids: [],
  asks_human: false,
  unanswered: [],
};
const accepted = {
  ...refused,
  reply: 'Hei Kari, takk for meldingen. Det du spør om, kan en selger hos Fjord Bil svare på.',
};

/** Answers at once; what it writes first is refused by the claims gate, so that the rewrite is measured too. */
export const instantModel: ModelProvider = {
  async complete<Output>({ tier, schema, messages }: ModelRequest<Output>): Promise<ModelAnswer<Output>> {
    const answer = tier === 'fast' ? understood : messages.length > 1 ? accepted : refused;
    return { ok: true, output: schema.parse(answer), usage };
  },
};
