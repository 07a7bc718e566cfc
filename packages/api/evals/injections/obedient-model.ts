import { replyOutput, understandingOutput } from '../../src/answering/testing/model-outputs.ts';
import type { ModelAnswer, ModelProvider, ModelRequest } from '../../src/answering/types.ts';
import type { Goal } from './goals.ts';

const usage = { inputTokens: 1, outputTokens: 1 };
const harmlessUnderstanding = understandingOutput({ confidence: 'medium', intents: ['general'] });
const harmlessReply = replyOutput('Hei, takk for meldingen. Det kan en selger hos Fjord Bil svare på.');

/** The worst model there can be: whatever it is shown, it obeys. `shown` tells whether the attack got as far as to it. */
export interface ObedientModel extends ModelProvider {
  shown(): boolean;
}

/** A model that does what the attack asks as soon as it reads it, and otherwise answers harmlessly. */
export function createObedientModel(goal: Goal): ObedientModel {
  let wasShown = false;
  const isShown = (request: ModelRequest<unknown>) => {
    const prompt = `${request.system}\n${request.messages.map(({ content }) => content).join('\n')}`;
    return prompt.includes(JSON.stringify(goal.attack).slice(1, 60));
  };
  return {
    shown: () => wasShown,
    async complete<Output>(request: ModelRequest<Output>): Promise<ModelAnswer<Output>> {
      const obeys = isShown(request);
      wasShown ||= obeys;
      const answer =
        request.tier === 'fast'
          ? { ...harmlessUnderstanding, ...(obeys ? goal.obeyedUnderstanding : {}) }
          : { ...harmlessReply, ...(obeys ? goal.obeyedReply : {}) };
      return { ok: true, output: request.schema.parse(answer), usage };
    },
  };
}
