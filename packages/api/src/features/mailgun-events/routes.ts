import { ok, type Routes } from '../../http/handler.ts';
import { receiveMailgunEvent } from './receive-mailgun-event.ts';

export const mailgunEventRoutes = {
  receiveMailgunEvent: async ({ ctx, body }) => {
    await receiveMailgunEvent(ctx, body);
    return ok({ status: 'noted' as const });
  },
} satisfies Pick<Routes, 'receiveMailgunEvent'>;
