import { adfRoutes } from './features/adf/routes.ts';
import { apiKeyRoutes } from './features/api-keys/routes.ts';
import { arrivalRoutes } from './features/arrivals/routes.ts';
import { assistantRoutes } from './features/assistant/routes.ts';
import { attachmentRoutes } from './features/attachments/routes.ts';
import { authRoutes } from './features/auth/routes.ts';
import { chatRoutes } from './features/chat/routes.ts';
import { connectionRoutes } from './features/connections/routes.ts';
import { copilotRoutes } from './features/copilot/routes.ts';
import { crmRoutes } from './features/crm/routes.ts';
import { dealershipRoutes } from './features/dealership/routes.ts';
import { enquiryRoutes } from './features/enquiries/routes.ts';
import { escalationRoutes } from './features/escalations/routes.ts';
import { followUpRoutes } from './features/follow-ups/routes.ts';
import { formRoutes } from './features/forms/routes.ts';
import { healthRoutes } from './features/health/routes.ts';
import { inboundRequestRoutes } from './features/inbound-requests/routes.ts';
import { knowledgeRoutes } from './features/knowledge/routes.ts';
import { leadRoutes } from './features/leads/routes.ts';
import { liveRoutes } from './features/live/routes.ts';
import { mailboxRoutes } from './features/mailbox/routes.ts';
import { mailgunEventRoutes } from './features/mailgun-events/routes.ts';
import { messageRoutes } from './features/messages/routes.ts';
import { metaRoutes } from './features/meta/routes.ts';
import { noteRoutes } from './features/notes/routes.ts';
import { outboxRoutes } from './features/outbox/routes.ts';
import { portalTemplateRoutes } from './features/portal-templates/routes.ts';
import { sandboxRoutes } from './features/sandbox/routes.ts';
import { twilioRoutes } from './features/twilio/routes.ts';
import { unsubscribeRoutes } from './features/unsubscribe/routes.ts';
import { usageRoutes } from './features/usage/routes.ts';
import { userRoutes } from './features/users/routes.ts';
import { vehicleRoutes } from './features/vehicles/routes.ts';
import { webhookRoutes } from './features/webhooks/routes.ts';
import type { Routes } from './http/handler.ts';

/** Every operation of openapi.yaml and what carries it out; one that is missing here does not compile. */
export const routes: Routes = {
  ...adfRoutes,
  ...apiKeyRoutes,
  ...arrivalRoutes,
  ...assistantRoutes,
  ...attachmentRoutes,
  ...authRoutes,
  ...connectionRoutes,
  ...chatRoutes,
  ...copilotRoutes,
  ...dealershipRoutes,
  ...enquiryRoutes,
  ...escalationRoutes,
  ...followUpRoutes,
  ...formRoutes,
  ...healthRoutes,
  ...inboundRequestRoutes,
  ...knowledgeRoutes,
  ...leadRoutes,
  ...liveRoutes,
  ...mailboxRoutes,
  ...crmRoutes,
  ...portalTemplateRoutes,
  ...mailgunEventRoutes,
  ...messageRoutes,
  ...metaRoutes,
  ...noteRoutes,
  ...outboxRoutes,
  ...sandboxRoutes,
  ...twilioRoutes,
  ...unsubscribeRoutes,
  ...usageRoutes,
  ...userRoutes,
  ...vehicleRoutes,
  ...webhookRoutes,
};
