import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PUBLIC_OPERATIONS, policy } from '../src/http/policy.ts';
import { pathParameters } from './example-request.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

/** Every `method path` that Express answers. */
function mountedRoutes(): Set<string> {
  const layers = (api.app as unknown as { router: { stack: Layer[] } }).router.stack;
  const found = layers.flatMap(({ route }) =>
    route === undefined
      ? []
      : [route.path]
          .flat()
          .flatMap((routePath) => Object.keys(route.methods).map((method) => `${method} ${routePath}`)),
  );
  return new Set(found);
}

/** What the validator's own check of the document says: an error, or nothing. */
async function checkDocument(document: object): Promise<number> {
  const app = express();
  app.use(OpenApiValidator.middleware({ apiSpec: document as never, validateApiSpec: true, fileUploader: false }));
  app.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  app.use(((_error, _request, response, _next) => void response.status(500).end()) as express.ErrorRequestHandler);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health/live`);
  server.close();
  return status;
}

describe('the contract', () => {
  it('has a route for every operation, and no route is outside it', () => {
    const described = api.contract.operations.map((operation) => `${operation.method} ${operation.expressPath}`);
    expect([...mountedRoutes()].sort()).toEqual([...new Set(described)].sort());
  });

  it('names every operation once, and the policy knows each', () => {
    const ids = api.contract.operations.map((operation) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...PUBLIC_OPERATIONS, ...Object.keys(policy)].sort()).toEqual(ids.toSorted());
  });

  it('is a valid OpenAPI 3.1 document', async () => {
    // The validator writes what it finds to the console.
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await checkDocument(api.contract.document)).toBe(200);
    expect(silence).not.toHaveBeenCalled();
    const { info: _, ...broken } = api.contract.document;
    expect(await checkDocument(broken)).toBe(500);
    silence.mockRestore();
  });

  it('is what the generated types were made from', async () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const { stderr } = await promisify(execFile)(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: root });
    expect(stderr).toBe('');
  });
});

describe('every operation', () => {
  const responsesOf = (operationPath: string, method: string) => {
    const paths = api.contract.document.paths as Record<string, Record<string, { responses: object }>>;
    return Object.keys(paths[operationPath]?.[method]?.responses ?? {});
  };

  it('documents 401 and 403 where it needs credentials, and 404 where it takes an id', () => {
    const gaps: string[] = [];
    for (const operation of api.contract.operations) {
      const documented = responsesOf(operation.path, operation.method);
      const isGuarded = operation.id in policy;
      if (isGuarded && !documented.includes('401')) gaps.push(`${operation.id} 401`);
      if (isGuarded && pathParameters(operation).length > 0 && !documented.includes('404'))
        gaps.push(`${operation.id} 404`);
    }
    expect(gaps).toEqual([]);
  });

  it('answers with an id of ours for the request, whatever a client sends', async () => {
    const answer = await api.as(null).get('/v1/leads', { 'request-id': 'req_chosen' });
    expect(answer.headers.get('request-id')).toMatch(/^req_[0-9A-Z]{26}$/);
    expect(answer.body.request_id).toBe(answer.headers.get('request-id'));
    expect((await api.as(null).get('/health/live')).headers.get('request-id')).toMatch(/^req_/);
    expect((await api.as(null).get('/nowhere')).headers.get('content-type')).toBe(
      'application/problem+json; charset=utf-8',
    );
  });
});
