import { describe, expect, it } from 'vitest';
import * as sdk from '../index.ts';
import { hangUp, json, problem, type Reply, startServer } from '../testing/start-server.ts';

async function errorFrom(reply: Reply): Promise<unknown> {
  const { baseUrl } = await startServer(reply);
  return new sdk.Norvalt({ baseUrl, maxRetries: 0 }).leads
    .create({ customer: { name: 'Per' } })
    .catch((error: unknown) => error);
}

async function apiErrorFrom(reply: Reply): Promise<sdk.ApiError> {
  const error = await errorFrom(reply);
  if (!(error instanceof sdk.ApiError)) throw new Error(`not an ApiError: ${error}`);
  return error;
}

describe('the class of an error', () => {
  it.each([
    [400, 'invalid_request', sdk.BadRequestError, 'BadRequestError'],
    [401, 'unauthorized', sdk.AuthenticationError, 'AuthenticationError'],
    [403, 'forbidden', sdk.PermissionDeniedError, 'PermissionDeniedError'],
    [404, 'not_found', sdk.NotFoundError, 'NotFoundError'],
    [409, 'already_exists', sdk.ConflictError, 'ConflictError'],
    [412, 'precondition_failed', sdk.PreconditionFailedError, 'PreconditionFailedError'],
    [422, 'unprocessable', sdk.UnprocessableEntityError, 'UnprocessableEntityError'],
    [429, 'rate_limited', sdk.RateLimitError, 'RateLimitError'],
    [500, 'internal_error', sdk.InternalServerError, 'InternalServerError'],
    [503, 'unavailable', sdk.InternalServerError, 'InternalServerError'],
    [413, 'payload_too_large', sdk.ApiError, 'ApiError'],
  ] as const)('of %i %s is its own', async (status, code, expected, name) => {
    const error = await apiErrorFrom(problem(status, code));
    expect(error.constructor).toBe(expected);
    expect(error).toBeInstanceOf(sdk.NorvaltError);
    expect(error).toMatchObject({ name, status, code });
  });
});

describe('an error of the API', () => {
  it('has every part of the problem document', async () => {
    const errors = [{ pointer: '#/email', detail: 'must be an e-mail address' }];
    const error = await apiErrorFrom(problem(400, 'invalid_request', { detail: '1 field is not valid.', errors }));
    expect(error).toMatchObject({
      status: 400,
      type: 'https://norvalt.dev/problems/invalid_request',
      title: 'A title',
      detail: '1 field is not valid.',
      code: 'invalid_request',
      errors,
      requestId: 'req_1',
    });
    expect(error.headers.get('content-type')).toBe('application/problem+json');
  });

  it('says in its message what is wrong, where, and which request it was', async () => {
    const errors = [{ pointer: '#/email', detail: 'must be an e-mail address' }];
    const error = await apiErrorFrom(problem(400, 'invalid_request', { detail: '1 field is not valid.', errors }));
    expect(error.message).toBe('400 invalid_request: 1 field is not valid. #/email must be an e-mail address (req_1)');
  });

  it('falls back on the title', async () => {
    expect((await apiErrorFrom(problem(404, 'not_found'))).message).toBe('404 not_found: A title (req_1)');
  });

  it('leaves out members of the wrong type', async () => {
    const error = await apiErrorFrom(problem(422, 'unprocessable', { detail: 7, errors: [null, { pointer: 1 }, 'x'] }));
    expect(error).toMatchObject({ detail: null, errors: [] });
  });
});

describe('an answer that is not from the API', () => {
  it('is an error with the beginning of an HTML page', async () => {
    const page = `<html>\n<h1>Bad gateway</h1>${'x'.repeat(500)}`;
    const error = await apiErrorFrom((response) => response.writeHead(502, { 'content-type': 'text/html' }).end(page));
    expect(error).toBeInstanceOf(sdk.InternalServerError);
    expect(error).toMatchObject({ code: null, title: null, detail: null, errors: [], requestId: null });
    expect(error.message).toMatch(/^502 text\/html, not an answer of the Norvalt API: <html> <h1>Bad gateway<\/h1>x+$/);
    expect(error.message.length).toBeLessThan(200);
  });

  it.each(['', 'null', '[]', '"text"', '{'])('is an error with the body %j', async (body) => {
    const error = await apiErrorFrom((response) => response.writeHead(400).end(body));
    expect(error).toBeInstanceOf(sdk.BadRequestError);
    expect(error.message).toContain('Is baseUrl the address of the API?');
  });

  it('is an error also with status 200', async () => {
    const error = await apiErrorFrom((response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi'),
    );
    expect(error.constructor).toBe(sdk.ApiError);
    expect(error.message).toBe(
      '200 text/html, not an answer of the Norvalt API: <p>Hi Is baseUrl the address of the API?',
    );
  });

  it('is an error also when it is empty', async () => {
    expect((await apiErrorFrom((response) => response.writeHead(200).end())).message).toContain('(empty)');
  });
});

describe('no answer', () => {
  it('is a ConnectionError with the cause', async () => {
    const error = await errorFrom(hangUp);
    expect(error).toBeInstanceOf(sdk.ConnectionError);
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: expect.stringMatching(/^POST http.*\/v1\/leads: /),
    });
    expect((error as Error).cause).toBeInstanceOf(TypeError);
  });

  it('names no query, which may hold personal data', async () => {
    const { baseUrl } = await startServer(hangUp);
    const list = new sdk.Norvalt({ baseUrl, maxRetries: 0 }).leads.list({ q: 'Kari Hansen' });
    await expect(list).rejects.toThrow(/^(?!.*Kari)/);
  });
});

it('a rejection handled once, never counts as unhandled', async () => {
  const { baseUrl } = await startServer(problem(404, 'not_found'), json({}));
  const seen: unknown[] = [];
  const note = (reason: unknown) => seen.push(reason);
  process.on('unhandledRejection', note);
  const norvalt = new sdk.Norvalt({ baseUrl });
  await norvalt.leads
    .get('lead_1')
    .withResponse()
    .catch(() => undefined);
  await norvalt.leads.list().catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(seen).toEqual([]);
});
