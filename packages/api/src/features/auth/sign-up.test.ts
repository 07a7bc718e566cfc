import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Dealership } from '../dealership/model.ts';
import { Form } from '../forms/model.ts';
import { Membership, User } from '../users/model.ts';

type Session = components['schemas']['Session'];
type Problem = components['schemas']['Problem'];

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const anne = {
  email: 'anne@fjordbil.example',
  password: 'en lang setning er best',
  name: 'Anne Lie',
  dealership_name: 'Fjord Bil',
};
const signUp = <Body = Session>(fields: Partial<typeof anne> = {}) =>
  api.as(null).post<Body>('/v1/auth/signup', { ...anne, ...fields });

describe('signing up', () => {
  it('creates a dealership with its default form and its admin, and signs in', async () => {
    const answer = await signUp();
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 900,
      user: { name: 'Anne Lie', email: 'anne@fjordbil.example', role: 'admin', status: 'active', phone: null },
      dealership: { name: 'Fjord Bil' },
    });
    const client = api.as(answer.body.access_token);
    expect((await client.get('/v1/dealership')).body).toMatchObject({
      name: 'Fjord Bil',
      language: 'nb',
      time_zone: 'Europe/Oslo',
      contact: { email: 'anne@fjordbil.example', phone: null },
      assistant: { name: 'Frida', auto_reply: true, follow_up_days: [3, 7] },
      inbound_email: { address: 'fjord-bil@mail.norvalt.localhost' },
    });
    expect((await client.get('/v1/forms/default')).status).toBe(200);
  });

  it('keeps the refresh token in a cookie that scripts and other sites do not get', async () => {
    const answer = await signUp({ email: 'cookie@fjordbil.example' });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^norvalt_refresh=ses_[0-9A-Z]{26}\.[\w-]{75};/);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/v1/auth', 'Max-Age=2592000']) {
      expect(cookie).toContain(attribute);
    }
    expect(answer.text).not.toContain('refresh');
  });

  it('takes an address once, however it is spelled', async () => {
    await signUp({ email: 'once@fjordbil.example' });
    const again = await signUp<Problem>({ email: 'ONCE@FjordBil.example', password: 'noe helt annet denne gangen' });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
    const same = await signUp<Problem>({ email: 'once@fjordbil.example' });
    expect([same.status, same.body.code]).toEqual([409, 'already_exists']);
  });

  it('lets one of two who take the same address at the same time go on', async () => {
    const passwords = ['den ene setningen', 'den andre setningen', 'den tredje setningen'];
    const answers = await Promise.all(
      passwords.map((password) =>
        signUp({ email: 'race@fjordbil.example', password, dealership_name: `Bil ${password}` }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    expect(await User.countDocuments({ email: 'race@fjordbil.example' })).toBe(1);
    expect(await Dealership.countDocuments({ name: /^Bil den/ })).toBe(1);
  });

  it('gives two dealerships of one name a mailbox each', async () => {
    const addresses = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const { body } = await signUp({ email: `${name}@same.example`, dealership_name: 'Bærum Bil & Båt AS' });
        const dealership = await api.as(body.access_token).get<components['schemas']['Dealership']>('/v1/dealership');
        return dealership.body.inbound_email.address;
      }),
    );
    expect(addresses.toSorted((a, b) => a.length - b.length)).toEqual([
      'baerum-bil-bat-as@mail.norvalt.localhost',
      expect.stringMatching(/^baerum-bil-bat-as-[a-z0-9]{4}@mail\.norvalt\.localhost$/),
    ]);
  });
});

describe('passwords', () => {
  it.each(['password123', 'Passord123', '12345678', 'aaaaaaaaaa', 'sommer2026', 'weak@fjordbil.example', 'anne lie'])(
    'refuses %s',
    async (password) => {
      const answer = await signUp<Problem>({ email: 'weak@fjordbil.example', password });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '#/password']);
      expect(await User.exists({ email: 'weak@fjordbil.example' })).toBeNull();
    },
  );

  it('refuses seven characters and takes 256 of any kind', async () => {
    const short = await signUp<Problem>({ email: 'short@fjordbil.example', password: 'kort ja' });
    expect([short.status, short.body.errors?.[0]?.pointer]).toEqual([400, '#/password']);
    const password = `${' blåbærsyltetøy 🫐'.repeat(14)} `;
    expect((await signUp({ email: 'long@fjordbil.example', password })).status).toBe(201);
    const logIn = (attempt: string) =>
      api.as(null).post('/v1/auth/login', { email: 'long@fjordbil.example', password: attempt });
    expect((await logIn(password)).status).toBe(200);
    // The same letters, composed by another keyboard.
    expect((await logIn(password.normalize('NFD'))).status).toBe(200);
    expect((await logIn(password.trim())).status).toBe(401);
  });

  it('are stored as argon2id of 19 MiB, two passes, and told apart beyond 72 bytes', async () => {
    const password = 'pqr'.repeat(30);
    await signUp({ email: 'hash@fjordbil.example', password });
    const user = await User.findOne({ email: 'hash@fjordbil.example' }).lean();
    expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const twin = await api
      .as(null)
      .post('/v1/auth/login', { email: 'hash@fjordbil.example', password: `${password}s` });
    expect(twin.status).toBe(401);
  });
});

it('makes an old hash as strong as new ones when its owner signs in', async () => {
  const { email, password } = await api.signUp();
  const old = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await User.updateOne({ email }, { password_hash: old });
  const logIn = (attempt: string) => api.as(null).post('/v1/auth/login', { email, password: attempt });
  expect((await logIn('noe annet')).status).toBe(401);
  expect((await User.findOne({ email }).lean())?.password_hash).toBe(old);
  expect((await logIn(password)).status).toBe(200);
  expect((await User.findOne({ email }).lean())?.password_hash).toContain('$m=19456,t=2,p=1$');
  expect((await logIn(password)).status).toBe(200);
});

describe('a sign-up that broke off', () => {
  let person: Person;
  const account = { email: 'crash@fjordbil.example', password: 'brøt av på midten', dealership_name: 'Krasj Bil' };
  const forget = {
    membership: () => asOperator(() => Membership.deleteOne({ user_id: person.user.id })),
    dealership: () => Dealership.deleteOne({ _id: person.dealership.id }),
    form: () => asOperator(() => Form.deleteOne({ dealership_id: person.dealership.id })),
  };

  it.each([
    ['before the membership', ['membership']],
    ['before the dealership', ['membership', 'dealership']],
    ['right after the user', ['membership', 'dealership', 'form']],
  ] as const)('%s is finished by the same sign-up sent again', async (step, missing) => {
    const email = `${step.replaceAll(' ', '-')}@fjordbil.example`;
    person = await api.signUp({ ...account, email });
    for (const part of missing) await forget[part]();
    const again = await signUp({ ...account, email });
    expect(again.status).toBe(201);
    expect(again.body.user.id).toBe(person.user.id);
    expect(again.body.dealership.id).toBe(person.dealership.id);
    const client = api.as(again.body.access_token);
    expect((await client.get('/v1/forms/default')).status).toBe(200);
    expect(await asOperator(() => Membership.countDocuments({ user_id: person.user.id }))).toBe(1);
  });

  it('is nobody else’s to finish', async () => {
    person = await api.signUp(account);
    await forget.membership();
    const stranger = await signUp<Problem>({ ...account, password: 'et helt annet passord' });
    expect([stranger.status, stranger.body.code]).toEqual([409, 'already_exists']);
  });
});
