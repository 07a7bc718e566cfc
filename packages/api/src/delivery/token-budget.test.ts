import { describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { messageRecords, postForm, roomyEnv, settle, stillSignedIn } from '../../test/work.ts';
import { ScriptedModel } from '../answering/testing/scripted-model.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS } from '../lib/clock.ts';
import { createTokenBudget } from './token-budget.ts';

const model = new ScriptedModel('overloaded', { inputTokens: 70, outputTokens: 30 });
const { app, admin } = await startDealership({ env: { ...roomyEnv, AI_MONTHLY_TOKENS: '20000' }, services: { model } });

const used = async () =>
  (await stillSignedIn(app, admin).get<components['schemas']['Dealership']>('/v1/dealership')).body.ai.tokens_used;
const budgetOf = (aiMonthlyTokens: number) => createTokenBudget({ aiMonthlyTokens }, app.clock);

describe('the token budget of a dealership', () => {
  it('is never exceeded, however many reserve at once', async () => {
    const budget = budgetOf(1000);
    const granted = await Promise.all(Array.from({ length: 30 }, () => budget.reserve('dlr_race', 70)));
    expect(granted.filter(Boolean)).toHaveLength(14);
    expect(await budget.reserve('dlr_race', 21)).toBe(false);
    expect(await budget.reserve('dlr_race', 20)).toBe(true);
  });

  it('gets back what a call did not use, and each dealership has its own', async () => {
    const budget = budgetOf(1000);
    expect(await budget.reserve('dlr_one', 900)).toBe(true);
    expect(await budget.reserve('dlr_one', 200)).toBe(false);
    expect(await budget.reserve('dlr_two', 200)).toBe(true);
    await budget.settle('dlr_one', 900, 100);
    expect(await budget.reserve('dlr_one', 900)).toBe(true);
    expect(await budget.reserve('dlr_one', 1)).toBe(false);
  });

  it('begins anew with the month', async () => {
    const budget = budgetOf(100);
    expect(await budget.reserve('dlr_month', 100)).toBe(true);
    expect(await budget.reserve('dlr_month', 1)).toBe(false);
    app.clock.advance(32 * DAY_MS);
    expect(await budget.reserve('dlr_month', 100)).toBe(true);
  });

  it('is booked with what the model used, and when it is out the answer comes from rules', async () => {
    const before = await used();
    await postForm(app, admin.dealership.id);
    await settle(app);
    const calls = model.asked.length;
    expect(calls).toBeGreaterThan(0);
    expect(await used()).toBe(before + calls * 100);

    const left = 20_000 - (await used());
    expect(await app.services.budget.reserve(admin.dealership.id, left)).toBe(true);
    const { body } = await postForm(app, admin.dealership.id);
    await settle(app);
    expect(model.asked).toHaveLength(calls);
    const reply = (await messageRecords(admin.dealership.id, body.lead_id)).find((item) => item.purpose === 'reply');
    expect(reply).toMatchObject({ state: 'sent', written_by: 'rules' });
    expect(await used()).toBe(20_000);
  });
});
