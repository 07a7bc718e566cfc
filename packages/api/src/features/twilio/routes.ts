import type { Routes } from '../../http/handler.ts';
import { receiveCall } from './receive-call.ts';
import { receiveSms } from './receive-sms.ts';
import { receiveSmsStatus } from './receive-sms-status.ts';

export const twilioRoutes = {
  receiveCall: async ({ ctx, path }, request, response) => receiveCall(ctx, path.token, request, response),
  receiveSms: async ({ ctx, path }, request, response) => receiveSms(ctx, path.token, request, response),
  receiveSmsStatus: async ({ ctx, path }, request, response) => receiveSmsStatus(ctx, path.token, request, response),
} satisfies Pick<Routes, 'receiveCall' | 'receiveSms' | 'receiveSmsStatus'>;
