import type { NextFunction, Request, RequestHandler, Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { expect, it } from 'vitest';
import { CONTRACT } from '../../test/start-test-app.ts';
import { loadContract } from './contract.ts';
import { rememberMatches } from './remember-matches.ts';

type Matched = Request & { openapi?: { pathParams: Record<string, string> } };

async function run(step: RequestHandler, method: string, originalUrl: string): Promise<[unknown, Matched]> {
  const path = originalUrl.split('?')[0];
  const app = { enabled: () => false, param: () => undefined };
  const request = { method, originalUrl, url: originalUrl, path, baseUrl: '', headers: {}, app } as unknown as Matched;
  const error = await new Promise((resolve) => {
    const next: NextFunction = resolve;
    void step(request, {} as Response, next);
  });
  return [error, request];
}

it('asks the validator once for a method and path, and answers each request for itself', async () => {
  const steps = OpenApiValidator.middleware({
    apiSpec: loadContract(CONTRACT).document as never,
    validateApiSpec: false,
    fileUploader: false,
  });
  const match = steps.find(({ name }) => name === 'metadataMiddleware') as unknown as RequestHandler;
  let asked = 0;
  const step = rememberMatches((...call) => {
    asked += 1;
    return match(...call);
  });
  const [, first] = await run(step, 'GET', '/v1/leads/lead_1?fields=x');
  Object.assign(first.openapi?.pathParams ?? {}, { lead_id: 'changed on the way' });
  const [, second] = await run(step, 'GET', '/v1/leads/lead_1');
  const [, other] = await run(step, 'DELETE', '/v1/leads/lead_2');
  expect([asked, second.params, other.params]).toEqual([2, { lead_id: 'lead_1' }, { lead_id: 'lead_2' }]);
  for (let tries = 0; tries < 2; tries += 1) {
    expect((await run(step, 'GET', '/v1/nothing'))[0]).toMatchObject({ status: 404 });
    expect((await run(step, 'PUT', '/v1/leads/lead_1'))[0]).toMatchObject({ status: 405 });
  }
  expect(asked).toBe(6);
});
