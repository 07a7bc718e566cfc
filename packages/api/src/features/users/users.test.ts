import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS, MINUTE_MS } from '../../lib/clock.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Message } from '../messages/model.ts';
import { Membership, User } from './model.ts';

type UserBody = components['schemas']['User'];
type Problem = components['schemas']['Problem'];

let api: TestApp;
let anne: Person;
let woken = 0;
let people = 0;
beforeAll(async () => {
  api = await startTestApp({ services: { wake: () => (woken += 1) } });
});
afterAll(() => api.close());
beforeEach(async () => {
  anne = await api.signUp({ dealership_name: 'Fjord Bil' });
});

const siri = () => ({ email: `siri-${++people}@dealer.example`, name: 'Siri Berg', role: 'sales_rep' });
const invite = <Body = UserBody>(by: Person, body: object, headers = {}) =>
  by.client.post<Body>('/v1/users', body, headers);
const accept = (token: string, password = 'siri velger dette') =>
  api.as(null).post<components['schemas']['Session']>('/v1/auth/accept-invitation', { token, password });
const mails = (email: string) => asOperator(() => Message.find({ purpose: 'invitation', recipient: email }).lean());

describe('inviting a colleague', () => {
  it('puts them on the list and a mail with a link on its way', async () => {
    const body = { ...siri(), phone: '98 76 54 32' };
    const before = woken;
    const answer = await invite(anne, { ...body, email: body.email.toUpperCase() });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ ...body, phone: '+4798765432', status: 'invited' });
    expect(woken).toBe(before + 1);
    const list = await anne.client.get<components['schemas']['UserList']>('/v1/users');
    expect(list.body.data.map((user) => [user.id, user.status])).toEqual([
      [anne.user.id, 'active'],
      [answer.body.id, 'invited'],
    ]);
    const [mail] = await mails(body.email);
    expect(mail).toMatchObject({
      state: 'pending',
      channel: 'email',
      audience: 'staff',
      lead_id: null,
      language: 'nb',
    });
    expect(mail?.text).toContain(`${api.services.env.publicUrl}/app/invitation?token=inv_`);
    expect(mail?.subject).toContain('Fjord Bil');
    expect(answer.text).not.toContain('inv_');
  });

  it('lets them choose a password and come in, once', async () => {
    const body = siri();
    await invite(anne, body);
    const token = await api.invitationFor(body.email);
    const answer = await accept(token);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      user: { email: body.email, name: 'Siri Berg', role: 'sales_rep', status: 'active' },
      dealership: anne.dealership,
    });
    expect(answer.headers.getSetCookie()[0]).toContain('norvalt_refresh=ses_');
    expect((await api.as(answer.body.access_token).get('/v1/leads')).status).toBe(200);
    expect((await accept(token)).status).toBe(401);
    const logIn = await api.as(null).post('/v1/auth/login', { email: body.email, password: 'siri velger dette' });
    expect(logIn.status).toBe(200);
  });

  it('lets one of two who use the link at once in', async () => {
    const body = siri();
    await invite(anne, body);
    const token = await api.invitationFor(body.email);
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401]);
  });

  it('ends after seven days; inviting again makes a new link and the old one stops', async () => {
    const body = siri();
    await invite(anne, body);
    const old = await api.invitationFor(body.email);
    api.clock.advance(7 * DAY_MS + MINUTE_MS);
    expect((await accept(old)).status).toBe(401);
    const signedIn = await api.as(null).post<components['schemas']['Session']>('/v1/auth/login', {
      email: anne.email,
      password: anne.password,
    });
    const again = await api.as(signedIn.body.access_token).post<UserBody>('/v1/users', { ...body, role: 'manager' });
    expect([again.status, again.body.role]).toEqual([201, 'manager']);
    const fresh = await api.invitationFor(body.email);
    expect(fresh).not.toBe(old);
    expect((await accept(old)).status).toBe(401);
    expect((await accept(fresh)).body.user.role).toBe('manager');
    expect(await asOperator(() => Membership.countDocuments({ email: body.email }))).toBe(1);
  });

  it('keeps a weak password out and the link good', async () => {
    const body = siri();
    await invite(anne, body);
    const token = await api.invitationFor(body.email);
    expect((await accept(token, 'passord123')).status).toBe(422);
    expect((await accept(token)).status).toBe(200);
  });

  it('sends one mail for a request that is sent again', async () => {
    const body = siri();
    const headers = { 'idempotency-key': 'invite siri' };
    const first = await invite(anne, body, headers);
    const second = await invite(anne, body, headers);
    expect(second.body).toEqual(first.body);
    expect(await mails(body.email)).toHaveLength(1);
  });

  it('refuses a member, an address and a number that are none', async () => {
    const member = await invite<Problem>(anne, { ...siri(), email: anne.email });
    expect([member.status, member.body.code]).toEqual([409, 'already_exists']);
    const address = await invite<Problem>(anne, { ...siri(), email: 'siri@localhost' });
    expect([address.status, address.body.errors?.[0]?.pointer]).toEqual([422, '#/email']);
    const phone = await invite<Problem>(anne, { ...siri(), phone: 'hjemme' });
    expect([phone.status, phone.body.errors?.[0]?.pointer]).toEqual([422, '#/phone']);
  });
});

describe('inviting somebody who has an account elsewhere', () => {
  it('tells nothing about them, and takes only their own password', async () => {
    const berit = await api.signUp({ name: 'Berit Hemmelig', dealership_name: 'Annen Bil' });
    await berit.client.patch('/v1/auth/me', { phone: '+4790000000' });
    const invited = await invite(anne, { email: berit.email, name: 'B.', role: 'viewer' });
    expect(invited.body).toMatchObject({ name: 'B.', phone: null, status: 'invited' });
    const token = await api.invitationFor(berit.email);
    const wrong = await accept(token, 'et nytt og fint passord');
    expect([wrong.status, (wrong.body as unknown as Problem).code]).toEqual([401, 'invalid_credentials']);
    const right = await accept(token, berit.password);
    expect(right.status).toBe(200);
    expect(right.body).toMatchObject({
      dealership: anne.dealership,
      user: { id: berit.user.id, name: 'Berit Hemmelig', phone: '+4790000000', role: 'viewer' },
    });
  });

  it('does not stand in the way of a sign-up of their own', async () => {
    const body = siri();
    await invite(anne, body);
    const own = await api.signUp({ email: body.email, name: 'Siri selv' });
    expect(own.user).toMatchObject({ role: 'admin', name: 'Siri selv' });
    expect(own.dealership.id).not.toBe(anne.dealership.id);
    expect(await User.countDocuments({ email: body.email })).toBe(1);
    expect((await accept(await api.invitationFor(body.email), own.password)).status).toBe(200);
    const me = await own.client.get<components['schemas']['Me']>('/v1/auth/me');
    expect(me.body.dealerships).toHaveLength(2);
  });
});

it('lists people page by page, who joined first in front', async () => {
  const ids = [anne.user.id];
  for (let count = 0; count < 4; count += 1) ids.push((await invite(anne, siri())).body.id);
  const seen: string[] = [];
  let path: string | null = '/v1/users?limit=2';
  while (path !== null) {
    const page: { body: components['schemas']['UserList'] } = await anne.client.get(path);
    const { data, has_more, next_cursor } = page.body;
    expect(has_more).toBe(next_cursor !== null);
    seen.push(...data.map((user) => user.id));
    path = next_cursor === null ? null : `/v1/users?limit=2&cursor=${next_cursor}`;
  }
  expect(seen).toEqual(ids);
});
