import { crmRoutes } from './crm.ts';
import type { Context, Reply } from './fake-api.ts';
import { portalRoutes } from './portals.ts';
import { arrivalRoutes } from './routes-arrivals.ts';
import { assistantRoutes } from './routes-assistant.ts';
import { authRoutes } from './routes-auth.ts';
import { connectionRoutes } from './routes-connections.ts';
import { escalationRoutes } from './routes-escalations.ts';
import { knowledgeRoutes } from './routes-knowledge.ts';
import { leadRoutes } from './routes-leads.ts';
import { settingsRoutes } from './routes-settings.ts';
import { vehicleRoutes } from './routes-vehicles.ts';
import { webhookRoutes } from './routes-webhooks.ts';

export interface Route {
  method: string;
  pattern: RegExp;
  handle: (context: Context) => Reply | Promise<Reply>;
}

export const routes: Route[] = [
  ...authRoutes,
  ...connectionRoutes,
  ...assistantRoutes,
  ...leadRoutes,
  ...vehicleRoutes,
  ...knowledgeRoutes,
  ...arrivalRoutes,
  ...settingsRoutes,
  ...webhookRoutes,
  ...crmRoutes,
  ...portalRoutes,
  ...escalationRoutes,
];
