import type { z } from 'zod';
import { callWithBudget } from '../../answering/model/call-with-budget.ts';
import { customerBlock, randomMark, secureRandom } from '../../answering/model/prompt-material.ts';
import type { Services } from '../../services.ts';
import { modelFor } from '../sandbox/model-for.ts';

const deadlineMs = 15_000;
const maxTokens = 2500;

interface Task<Output> {
  dealershipId: string;
  /** What to do; it may speak of the block that the material stands in. */
  instructions: (block: string) => string;
  /** People's words: material, never instructions. */
  material: string;
  schema: z.ZodType<Output>;
}

/** Gives a colleague's task to the model; `null` where there is none, as in a sandbox, it may not be afforded, or it has no answer. */
export async function askModel<Output>(services: Services, task: Task<Output>): Promise<Output | null> {
  const model = modelFor(services, task.dealershipId);
  if (model === null) return null;
  const boundary = randomMark(secureRandom);
  const answer = await callWithBudget(
    model,
    {
      tier: 'main',
      system: task.instructions(`<customer-${boundary}>`),
      messages: [{ role: 'user', content: customerBlock(task.material, boundary) }],
      schema: task.schema,
      effort: 'low',
      maxTokens,
      deadlineMs,
      tenantId: task.dealershipId,
      purpose: 'copilot',
    },
    { budget: services.budget, logger: services.logger },
  );
  return answer.ok ? answer.output : null;
}
