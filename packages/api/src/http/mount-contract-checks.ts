import type { Express, Request, RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Services } from '../services.ts';
import { authorize } from './authorize.ts';
import type { Contract } from './contract.ts';
import { refusals, toProblem } from './error-handler.ts';
import { type GuardedOperation, isPublic, type OperationId } from './policy.ts';
import { rememberMatches } from './remember-matches.ts';

const SERVICES = 'services';

/** The steps that check a request, and an answer, against a contract. */
export type ContractChecks = (ReturnType<typeof OpenApiValidator.middleware>[number] | RequestHandler)[];

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

/** Composes the checks of a contract, which takes a second; several apps may share them. Answers are checked when told so. */
export function composeContractChecks(contract: Contract, validateResponses: boolean): ContractChecks {
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

/** Checks every request against the contract, and first who may send it. */
export function mountContractChecks(app: Express, checks: ContractChecks, services: Services): void {
  app.set(SERVICES, services);
  app.use(checks);
}
