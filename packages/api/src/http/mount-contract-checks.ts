import type { Express, Request, RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Services } from '../services.ts';
import { authorize } from './authorize.ts';
import type { Contract } from './contract.ts';
import { refusals, toProblem } from './error-handler.ts';
import { type GuardedOperation, isPublic, type OperationId } from './policy.ts';
import { rememberMatches } from './remember-matches.ts';

const SERVICES = 'services';

type Checks = (ReturnType<typeof OpenApiValidator.middleware>[number] | RequestHandler)[];

// Composing them takes a second, and a process may hold several servers of one contract.
const composed = new WeakMap<Contract, Map<boolean, Checks>>();

function operationIdOf(request: Request): OperationId | undefined {
  const openapi = (request as Request & { openapi?: { schema?: { operationId?: string } } }).openapi;
  return openapi?.schema?.operationId as OperationId | undefined;
}

// The validator asks this before it looks at a request; the routes ask the same again for themselves.
async function checkSecurity(request: Request): Promise<boolean> {
  const operation = operationIdOf(request);
  if (operation !== undefined && isPublic(operation)) return true;
  try {
    await authorize(request, operation as GuardedOperation, request.app.get(SERVICES) as Services);
    return true;
  } catch (error) {
    refusals.set(request, toProblem(error));
    throw error;
  }
}

function compose(contract: Contract, validateResponses: boolean): Checks {
  const check = checkSecurity;
  const checks = OpenApiValidator.middleware({
    apiSpec: contract.document as never,
    validateApiSpec: false,
    validateRequests: { allErrors: true, coerceTypes: false },
    validateResponses,
    validateSecurity: {
      handlers: { userToken: check, secretKey: check, publishableKey: check, visitorToken: check },
    },
    ignoreUndocumented: false,
    fileUploader: false,
  });
  return checks.map((step) => (step.name === 'metadataMiddleware' ? rememberMatches(step as RequestHandler) : step));
}

/** Checks every request against the contract, who may send it first, and answers too when told so. */
export function mountContractChecks(
  app: Express,
  contract: Contract,
  services: Services,
  validateResponses: boolean,
): void {
  const kept = composed.get(contract) ?? new Map<boolean, Checks>();
  const checks = kept.get(validateResponses) ?? compose(contract, validateResponses);
  composed.set(contract, kept.set(validateResponses, checks));
  app.set(SERVICES, services);
  app.use(checks);
}
