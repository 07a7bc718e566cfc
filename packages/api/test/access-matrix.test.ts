import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../src/features/api-keys/model.ts';
import { readAccessToken, signAccessToken } from '../src/features/auth/access-token.ts';
import type { Role } from '../src/features/users/model.ts';
import { loadContract, type Operation } from '../src/http/contract.ts';
import { type Access, type GuardedOperation, isPublic, policy } from '../src/http/policy.ts';
import { after, MINUTE_MS } from '../src/lib/clock.ts';
import { exampleRequest, NOBODYS_ULID, pathOf, pathParameters } from './example-request.ts';
import { GraphStub } from './graph-stub.ts';
import { CONTRACT, type Person, startTestApp, type TestApp } from './start-test-app.ts';

const contract = loadContract(CONTRACT);
const guarded = contract.operations.filter((operation) => !isPublic(operation.id));
const open = contract.operations.filter((operation) => isPublic(operation.id));

const ROLES: readonly Role[] = ['admin', 'manager', 'sales_rep', 'viewer'];
const SCOPES: readonly Scope[] = [
  'leads:read',
  'leads:write',
  'vehicles:read',
  'vehicles:write',
  'knowledge:read',
  'knowledge:write',
  'forms:read',
  'forms:submit',
  'dealership:read',
  'events:read',
  'webhooks:read',
  'webhooks:write',
  'sandbox:write',
];

let api: TestApp;
let graph: GraphStub;
let anne: Person;
const people = new Map<Role, string>();
const only = new Map<Scope, string>();
const allBut = new Map<Scope, string>();
let allScopes: string;
let publishable: string;
let bad: Record<string, string>;
let visitor: string;

beforeAll(async () => {
  const page = { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from('Tolv måneder.'), url: '' };
  graph = await GraphStub.start();
  graph.tokens.set('EAAGm0PX4ZCpsBAexampleExampleExample', '104729381723');
  const roomy = ['RATE_LIMIT_SIGN_IN_PER_MINUTE', 'RATE_LIMIT_BROWSER_PER_MINUTE', 'RATE_LIMIT_BROWSER_BURST'];
  api = await startTestApp({
    env: { ...Object.fromEntries(roomy.map((name) => [name, '1000'])), ...graph.env },
    services: { safeFetch: async () => page },
  });
  anne = await api.signUp();
  people.set('admin', anne.token);
  for (const role of ROLES.slice(1)) people.set(role, (await api.addColleague(anne, role)).token);
  for (const scope of SCOPES) {
    only.set(scope, await api.secretKey(anne, [scope]));
    const others = SCOPES.filter((other) => other !== scope);
    allBut.set(scope, await api.secretKey(anne, others));
  }
  allScopes = await api.secretKey(anne, [...SCOPES]);
  publishable = await api.publishableKey(anne, ['https://dealer.example']);
  bad = await badTokens();
  visitor = await newVisitor();
});
afterAll(async () => {
  await api.close();
  graph.close();
});

async function newVisitor(): Promise<string> {
  return (await api.as(publishable).post<{ token: string }>('/v1/chat/sessions', {})).body.token;
}

async function badTokens(): Promise<Record<string, string>> {
  const { env, clock } = api.services;
  const claims = readAccessToken(anne.token, env.jwtSecret, clock.now());
  if (!claims) throw new Error('the token of the test is not one');
  const [header = '', payload = '', signature = ''] = anne.token.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const stranger = await api.signUp();
  const signedOut = await api.signUp();
  await signedOut.client.post('/v1/auth/logout');
  const revoked = await api.secretKey(anne, [...SCOPES]);
  const keys = await anne.client.get<{ data: { id: string }[] }>('/v1/api-keys?limit=1');
  await anne.client.delete(`/v1/api-keys/${keys.body.data[0]?.id}`);
  return {
    expired: signAccessToken(claims, env.jwtSecret, after(clock.now(), -16 * MINUTE_MS)),
    'of another secret': signAccessToken(claims, 'x'.repeat(32), clock.now()),
    'moved to another dealership': `${header}.${encode({ ...said, dlr: stranger.dealership.id })}.${signature}`,
    'signed for a dealership they are not in': signAccessToken(
      { ...claims, dealershipId: stranger.dealership.id },
      env.jwtSecret,
      clock.now(),
    ),
    'without a signature': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'of another audience': jwt.sign({ ...said, aud: 'somebody else' }, env.jwtSecret),
    'of another kind': jwt.sign({ ...said, typ: 'refresh' }, env.jwtSecret),
    'of a session that was ended': signedOut.token,
    'a revoked key': revoked,
    'a key nobody was given': `sk_live_${'a'.repeat(38)}`,
    garbage: 'garbage',
  };
}

interface Sent {
  status: number;
  code: string | undefined;
  authenticate: string | null;
}

/** Sends the example of an operation with ids that do not exist; leaves streams as soon as they begin. */
async function send(operation: Operation, token: string | null): Promise<Sent> {
  const sample = exampleRequest(contract, operation);
  const controller = new AbortController();
  const response = await fetch(api.url + pathOf(operation, () => NOBODYS_ULID), {
    method: operation.method.toUpperCase(),
    redirect: 'manual',
    signal: controller.signal,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(sample === null ? {} : { 'content-type': sample.type }),
    },
    ...(sample === null ? {} : { body: sample.text }),
  });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const code = isProblem ? ((await response.json()) as { code: string }).code : undefined;
  controller.abort();
  return { status: response.status, code, authenticate: response.headers.get('www-authenticate') };
}

function expectAllowed(operation: Operation, { status, code }: Sent): void {
  // The clock and the customers of a real dealership are its own: who may go on is told so.
  if (/^\/v1\/sandbox(?:\/|$)/.test(operation.path)) expect([status, code]).toEqual([422, 'unprocessable']);
  // What an id leads to was never there; who may not go on is stopped before anybody looks.
  else if (pathParameters(operation).length > 0) expect([status, code]).toEqual([404, 'not_found']);
  else expect([status, code]).toEqual([expect.toSatisfy((value: number) => value >= 200 && value < 300), undefined]);
}

function expectForbidden({ status, code }: Sent): void {
  expect([status, code]).toEqual([403, 'forbidden']);
}

describe.each(guarded.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  const access: Access = policy[id as GuardedOperation];

  it('is refused without valid credentials', async () => {
    expect(await send(operation, null)).toMatchObject({ status: 401, code: 'unauthorized', authenticate: 'Bearer' });
    for (const [what, token] of Object.entries(bad)) {
      const { status, authenticate } = await send(operation, token);
      expect([what, status, authenticate]).toEqual([what, 401, 'Bearer']);
    }
  });

  it.each(ROLES)('does what the policy says for %s', async (role) => {
    const sent = await send(operation, people.get(role) ?? '');
    if (access.roles.includes(role)) expectAllowed(operation, sent);
    else expectForbidden(sent);
  });

  it('does what the policy says for keys', async () => {
    if (access.scope === null) {
      expectForbidden(await send(operation, allScopes));
    } else {
      expectAllowed(operation, await send(operation, only.get(access.scope) ?? ''));
      expectForbidden(await send(operation, allBut.get(access.scope) ?? ''));
    }
    const sent = await send(operation, publishable);
    if (access.publishable) expectAllowed(operation, sent);
    else expectForbidden(sent);
  });

  it('does what the policy says for the visitor of a chat', async () => {
    // The chat of the matrix must outlive it; a token that was renewed ends a minute later, on a slow machine before it.
    const endsIt = ['renewChatToken', 'closeChatSession'].includes(id);
    const sent = await send(operation, endsIt ? await newVisitor() : visitor);
    if (access.visitor) expectAllowed(operation, sent);
    else expectForbidden(sent);
  });

  it('cannot be reached around the door', async () => {
    const path = pathOf(operation, () => NOBODYS_ULID);
    const method = operation.method.toUpperCase();
    const spellings = [path.toUpperCase(), `${path}/`, `/${path}`, `${path};x=1`, path.replace('v1', '%76%31')];
    for (const target of [...spellings, `http://evil.example${path}`, `${api.url}${path}`]) {
      const status = await sendRaw(method, target);
      expect([target, status]).toEqual([
        target,
        expect.toSatisfy((value: number) => [400, 401, 404, 405].includes(value)),
      ]);
    }
    for (const other of ['HEAD', 'OPTIONS', 'TRACE', 'PUT']) {
      // A preflight of what web sites call is meant for anybody, and says nothing.
      const isPreflight = other === 'OPTIONS' && /^\/v1\/(forms|chat)/.test(path);
      expect([other, await sendRaw(other, path)]).toEqual([other, isPreflight ? 204 : 405]);
    }
  });
});

/** Sends a request whose target is written as it stands. */
async function sendRaw(method: string, target: string): Promise<number> {
  const request = httpRequest({ host: '127.0.0.1', port: api.port, method, path: target, agent: false });
  request.end();
  const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage];
  response.destroy();
  return response.statusCode ?? 0;
}

describe('operations for everybody', () => {
  it.each(open.filter(({ id }) => id !== 'logOut').map((operation) => [operation.id, operation] as const))(
    '%s answers the same whatever credentials come with it',
    async (_id, operation) => {
      const answer = async (token: string | null) => {
        const path = pathOf(operation, () => NOBODYS_ULID);
        const body = operation.method === 'get' ? undefined : {};
        const { status, body: said } = await api.as(token).send(operation.method.toUpperCase(), path, { body });
        return { status, said: typeof said === 'object' ? { ...said, request_id: '' } : said };
      };
      const toNobody = await answer(null);
      for (const token of [anne.token, allScopes, publishable, ...Object.values(bad)]) {
        expect(await answer(token)).toEqual(toNobody);
      }
    },
  );
});
