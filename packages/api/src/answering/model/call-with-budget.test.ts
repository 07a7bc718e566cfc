import { expect, it } from 'vitest';
import { createTestBudget } from '../testing/create-test-budget.ts';
import type { ModelProvider, ModelRequest } from '../types.ts';
import { callWithBudget } from './call-with-budget.ts';

const request = {
  ...{ tier: 'main', system: 'Write.', messages: [{ role: 'user', content: 'Hei' }], schema: {} },
  ...{ effort: 'low', maxTokens: 500, deadlineMs: 1000, tenantId: 'dlr_1', purpose: 'reply' },
} as unknown as ModelRequest<string>;
const asked: string[] = [];
const model: ModelProvider = {
  complete: async ({ tier }) => {
    asked.push(tier);
    return { ok: false, reason: 'timeout', usage: { inputTokens: 0, outputTokens: 0 } };
  },
};

it('does not count its own reservation as used', async () => {
  const budget = createTestBudget();
  await callWithBudget(model, request, { budget: { ...budget, isLow: async () => budget.reserved > 0 } });
  expect(asked).toEqual(['main']);
});

it('keeps no reservation where the limit could not be read', async () => {
  const budget = createTestBudget();
  const isLow = () => Promise.reject(new Error('the database is away'));
  await expect(callWithBudget(model, request, { budget: Object.assign(budget, { isLow }) })).rejects.toThrow();
  expect(budget.reserved).toBe(0);
});
