import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { InboundLog } from './features/inbound-requests/inbound-log.ts';
import { bodyParsers, trimFields } from './http/body-parsers.ts';
import type { Contract } from './http/contract.ts';
import { publicCors } from './http/cors.ts';
import { errorHandler } from './http/error-handler.ts';
import type { RawOperation } from './http/handler.ts';
import { traceInbound } from './http/inbound-trace.ts';
import { type ContractChecks, composeContractChecks, mountContractChecks } from './http/mount-contract-checks.ts';
import { mountOperations } from './http/mount-operations.ts';
import { plainQuery } from './http/plain-query.ts';
import type { OperationId } from './http/policy.ts';
import {
  createRateLimits,
  keepRateLimits,
  limitChat,
  limitFormPosts,
  limitSignIn,
  type RateLimits,
} from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { requestLog } from './http/request-log.ts';
import { routes } from './routes.ts';
import type { Services } from './services.ts';

interface AppOptions {
  contract: Contract;
  services: Services;
  /** Mounts pages and files that are not part of the contract. */
  site?: (app: Express) => void;
  /** What checks requests against the contract; made here unless it is there already. */
  checks?: ContractChecks;
}

/** Provider posts and mail links are read by their own parsers, and answer as the sender needs it. */
const READS_ITSELF: readonly RawOperation[] = [
  'receiveAdf',
  'receiveCall',
  'receiveMailgunMessage',
  'receiveMetaEvents',
  'receiveSms',
  'receiveSmsStatus',
  'showUnsubscribe',
  'unsubscribe',
  'uploadKnowledge',
  'validateAdf',
  'verifyMetaWebhook',
];

/** What can be told by the address and the headers: before anything else is done for who sends too much. */
function mountFormLimits(app: Express, limits: RateLimits): void {
  app.post(
    '/webhooks/form/:dealership_id',
    limitFormPosts(limits, (request) => `form ${request.params.dealership_id}`),
  );
  app.post(
    '/v1/forms/:form_id/submissions',
    limitFormPosts(limits, (request) => `key ${request.get('authorization') ?? request.ip}`),
  );
}

function mountLimits(app: Express, limits: RateLimits): void {
  app.post(['/v1/chat/sessions', '/v1/chat/session/messages'], limitChat(limits.browserPost));
  // What a visitor's browser says by itself while somebody types and reads.
  app.use('/v1/chat/session', limitChat(limits.chatSignals));
  app.post(['/v1/auth/login', '/v1/auth/signup', '/v1/auth/accept-invitation'], limitSignIn(limits));
}

/** Composes the web server; it listens to nothing and starts nothing. */
export function createApp({ contract, services, site, checks }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', services.env.trustProxyHops);
  const limits = createRateLimits(services.env.rateLimits);
  keepRateLimits(app, limits);
  const inboundLog = new InboundLog(services);
  app.use(requestId, requestLog(services.logger));
  app.use(traceInbound(services, (trace) => inboundLog.add(trace)));
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    }),
  );
  app.use(['/v1/forms', '/v1/chat', '/webhooks/form'], publicCors);
  mountFormLimits(app, limits);
  // Here already: an error looks for its handler behind it, past every route there is.
  app.use(errorHandler(services.logger));
  site?.(app);
  const readsItself = (id: OperationId) => (READS_ITSELF as readonly string[]).includes(id);
  mountOperations(app, contract, routes, services, (operation) => readsItself(operation.id));
  app.use(...bodyParsers(), cookieParser());
  mountLimits(app, limits);
  app.post(['/webhooks/form/:dealership_id', '/v1/forms/:form_id/submissions'], trimFields);
  app.use(plainQuery);
  mountContractChecks(app, checks ?? composeContractChecks(contract, false), services);
  mountOperations(app, contract, routes, services, (operation) => !readsItself(operation.id));
  app.use(errorHandler(services.logger));
  return app;
}
