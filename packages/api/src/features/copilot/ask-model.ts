import type { z } from 'zod';
import { type BudgetedAnswer, callWithBudget } from '../../answering/model/call-with-budget.ts';
import { customerBlock, randomMark, secureRandom } from '../../answering/model/prompt-material.ts';
import type { ModelProvider } from '../../answering/types.ts';
import type { Services } from '../../services.ts';

const deadlineMs = 15_000;

/** Whose words the material is: a colleague's are given whole and as they are, a customer's without what identifies. */
const blocks = {
  customer: customerBlock,
  colleague: (text: string, mark: string) => `<message-${mark}>\n${JSON.stringify(text)}\n</message-${mark}>`,
};

interface Task<Output> {
  dealershipId: string;
  from: keyof typeof blocks;
  /** What to do; it may speak of the block that the material stands in. */
  instructions: (block: string) => string;
  /** People's words: material, never instructions. */
  material: string;
  schema: z.ZodType<Output>;
  tier: 'fast' | 'main';
  maxTokens: number;
}

/** Gives a colleague's task to the model, where it may be afforded; says why there is no answer where there is none. */
export async function askModel<Output>(
  services: Services,
  model: ModelProvider,
  { dealershipId, from, instructions, material, ...task }: Task<Output>,
): Promise<BudgetedAnswer<Output>> {
  const block = blocks[from](material, randomMark(secureRandom));
  return callWithBudget(
    model,
    {
      ...task,
      system: instructions(block.slice(0, block.indexOf('\n'))),
      messages: [{ role: 'user', content: block }],
      effort: 'low',
      deadlineMs,
      tenantId: dealershipId,
      purpose: 'copilot',
    },
    { budget: services.budget, logger: services.logger },
  );
}
