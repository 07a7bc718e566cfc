import { created, ok, type Routes } from '../../http/handler.ts';
import { sendPage, wantsPage } from '../../http/simple-page.ts';
import { languageOf, receiveForm } from './receive-form.ts';
import { receiveMailgunMessage } from './receive-mailgun-message.ts';
import { submitForm } from './submit-form.ts';
import { thankVisitor } from './thank-visitor.ts';

const storedForLater = (arrivalId: string) => ({
  status: 202 as const,
  body: { arrival_id: arrivalId, status: 'accepted' as const },
});

export const enquiryRoutes = {
  receiveForm: async ({ ctx, path, body }, request, response) => {
    const result = await receiveForm({ ctx, input: { ...path, form: body } });
    if (wantsPage(request)) {
      sendPage(response, await thankVisitor(path.dealership_id, languageOf(body)));
      return undefined;
    }
    if ('arrivalId' in result) return storedForLater(result.arrivalId);
    return ok({ lead_id: result.leadId, status: result.status });
  },
  submitForm: async ({ ctx, path, body, header }) => {
    const result = await submitForm({
      ctx,
      input: { ...path, idempotencyKey: header('idempotency-key'), submission: body },
    });
    if ('arrivalId' in result) return storedForLater(result.arrivalId);
    const isServer = ctx.actor.type === 'api_key' && ctx.actor.kind === 'secret';
    return created({
      submission_id: result.submissionId,
      status: 'received' as const,
      ...(isServer ? (result.leadId === null ? {} : { lead_id: result.leadId }) : { proof: result.proof }),
    });
  },
  receiveMailgunMessage: async ({ ctx, path }, request, response) =>
    receiveMailgunMessage(ctx, path.token, request, response),
} satisfies Pick<Routes, 'receiveForm' | 'submitForm' | 'receiveMailgunMessage'>;
