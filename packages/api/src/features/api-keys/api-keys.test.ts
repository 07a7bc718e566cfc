import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';
import { Idempotency } from '../../http/idempotency-model.ts';
import { sha256 } from '../../lib/secrets.ts';
import { asOperator } from '../../tenancy/context.ts';
import { isWellFormedKey } from './key-format.ts';
import { ApiKey } from './model.ts';

type Created = components['schemas']['ApiKeyCreated'];
type List = components['schemas']['ApiKeyList'];
type Problem = components['schemas']['Problem'];

let api: TestApp;
let anne: Person;
beforeAll(async () => {
  api = await startTestApp();
  anne = await api.signUp();
});
afterAll(() => api.close());

const secret = { name: 'CRM sync', kind: 'secret', mode: 'live', scopes: ['vehicles:read', 'vehicles:write'] };
const publishable = { name: 'Web', kind: 'publishable', mode: 'test', allowed_origins: ['https://dealer.example'] };
const create = <Body = Created>(body: object, headers = {}) => anne.client.post<Body>('/v1/api-keys', body, headers);

describe('creating a key', () => {
  it('shows a secret key once and keeps only its hash', async () => {
    const answer = await create(secret);
    expect(answer.status).toBe(201);
    const { key, ...shown } = answer.body;
    expect(key).toMatch(/^sk_live_[0-9A-Za-z]{38}$/);
    expect(isWellFormedKey(key)).toBe(true);
    expect(shown).toMatchObject({
      ...secret,
      allowed_origins: [],
      preview: `sk_live_…${key.slice(-4)}`,
      last_used_at: null,
    });
    const list = await anne.client.get<List>('/v1/api-keys');
    expect(list.body.data[0]).toEqual(shown);
    expect(list.text).not.toContain(key);
    const stored = await asOperator(() => ApiKey.findById(shown.id).lean());
    expect(stored?.hash).toBe(sha256(key));
    expect(JSON.stringify(stored)).not.toContain(key);
  });

  it('binds a publishable key to its origins, spelled as browsers send them', async () => {
    const origins = ['https://Dealer.example:443', 'https://dealer.example', 'http://localhost:5173'];
    const answer = await create({ ...publishable, allowed_origins: origins });
    expect(answer.body).toMatchObject({
      allowed_origins: ['https://dealer.example', 'http://localhost:5173'],
      scopes: ['forms:read', 'forms:submit'],
      mode: 'test',
    });
    expect(answer.body.key).toMatch(/^pk_test_/);
    const read = (origin: string) => api.as(answer.body.key).get('/v1/forms/default', { origin });
    expect((await read('https://dealer.example')).status).toBe(200);
    for (const origin of [
      'https://evil-dealer.example',
      'https://dealer.example.evil.io',
      'null',
      'http://dealer.example',
    ]) {
      expect((await read(origin)).status).toBe(403);
    }
  });

  it.each([
    ['a publishable key without origins', { ...publishable, allowed_origins: [] }, '#/allowed_origins'],
    ['a publishable key that could read leads', { ...publishable, scopes: ['forms:read', 'leads:read'] }, '#/scopes/1'],
    [
      'a port that does not exist',
      { ...publishable, allowed_origins: ['https://dealer.example:99999'] },
      '#/allowed_origins/0',
    ],
    ['a secret key without scopes', { ...secret, scopes: [] }, '#/scopes'],
    ['a secret key for browsers', { ...secret, allowed_origins: ['https://dealer.example'] }, '#/allowed_origins'],
  ])('refuses %s', async (_what, body, pointer) => {
    const answer = await create<Problem>(body);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('answers a retry with the same key and leaves it nowhere in clear', async () => {
    const headers = { 'idempotency-key': 'one key please' };
    const first = await create(secret, headers);
    const again = await create(secret, headers);
    expect(again.body).toEqual(first.body);
    const records = await asOperator(() => Idempotency.find().lean());
    expect(JSON.stringify(records)).not.toContain(first.body.key);
  });

  it('gives a key that works when the first try broke off', async () => {
    const headers = { 'idempotency-key': 'broke off' };
    const lost = await create(secret, headers);
    await asOperator(() => Idempotency.updateMany({}, { state: 'in_progress', locked_until: new Date(0) }));
    const again = await create(secret, headers);
    expect(again.body.id).toBe(lost.body.id);
    expect((await api.as(again.body.key).get('/v1/vehicles')).status).toBe(200);
    expect((await api.as(lost.body.key).get('/v1/vehicles')).status).toBe(401);
  });
});

describe('a key', () => {
  it('does what its scopes say and says when it was last used', async () => {
    const { key, id } = (await create(secret)).body;
    expect((await api.as(key).get('/v1/vehicles')).status).toBe(200);
    const forbidden = await api.as(key).get<Problem>('/v1/leads');
    expect([forbidden.status, forbidden.body.detail]).toEqual([403, 'The key lacks the scope leads:read.']);
    expect((await api.as(key).get('/v1/vehicles', { origin: 'https://dealer.example' })).body.code).toBe(
      'secret_key_in_browser',
    );
    const used = async () => (await asOperator(() => ApiKey.findById(id).lean()))?.last_used_at;
    await expect.poll(used).toBeInstanceOf(Date);
  });

  it('stops working at once when it is revoked, and revoking again is no error', async () => {
    const { key, id } = (await create(secret)).body;
    expect((await anne.client.delete(`/v1/api-keys/${id}`)).status).toBe(204);
    const refused = await api.as(key).get<Problem>('/v1/vehicles');
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthorized']);
    expect((await anne.client.delete(`/v1/api-keys/${id}`)).status).toBe(204);
    const list = await anne.client.get<List>('/v1/api-keys?limit=100');
    expect(list.body.data.map((item) => item.id)).not.toContain(id);
  });

  it('of another dealership cannot be revoked', async () => {
    const { key, id } = (await create(secret)).body;
    const berit = await api.signUp();
    expect((await berit.client.delete(`/v1/api-keys/${id}`)).status).toBe(404);
    expect((await api.as(key).get('/v1/vehicles')).status).toBe(200);
  });

  it('that was mistyped is refused without a look-up', async () => {
    const { key } = (await create(secret)).body;
    const typo = key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
    expect((await api.as(typo).get<Problem>('/v1/vehicles')).body.detail).toBe('The API key is not one of ours.');
  });
});
