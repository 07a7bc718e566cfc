import { ok, type Routes } from '../../http/handler.ts';
import { getAssistant } from './get-assistant.ts';
import { presentAssistant } from './present.ts';
import { presentTrial } from './present-trial.ts';
import { tryAssistant } from './try-assistant.ts';
import { updateAssistant } from './update-assistant.ts';

export const assistantRoutes = {
  getAssistant: async ({ ctx }) => ok(presentAssistant(await getAssistant({ ctx }), ctx.services.env)),
  updateAssistant: async ({ ctx, body }) =>
    ok(presentAssistant(await updateAssistant({ ctx, input: body }), ctx.services.env)),
  tryAssistant: async ({ ctx, body }) => ok(presentTrial(await tryAssistant({ ctx, input: body }))),
} satisfies Pick<Routes, 'getAssistant' | 'updateAssistant' | 'tryAssistant'>;
