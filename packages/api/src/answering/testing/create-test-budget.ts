import type { TokenBudget } from '../types.ts';

export interface TestBudget extends TokenBudget {
  spent: number;
  reserved: number;
}

/** A budget in memory with `limit` tokens, which remembers what was reserved and spent. */
export function createTestBudget(limit = 1_000_000): TestBudget {
  const state: TestBudget = {
    spent: 0,
    reserved: 0,
    reserve: async (_dealershipId, tokens) => {
      if (state.spent + state.reserved + tokens > limit) return false;
      state.reserved += tokens;
      return true;
    },
    settle: async (_dealershipId, reserved, used) => {
      state.reserved -= reserved;
      state.spent += used;
    },
  };
  return state;
}
