import type { Context, Reply } from './fake-api.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

const cookie = 'norvalt_refresh';

function session({ api, signIn }: Context): Reply {
  const [user] = api.state.users;
  const { id, name } = api.state.dealership;
  return {
    body: { access_token: signIn(), token_type: 'Bearer', expires_in: 900, user, dealership: { id, name } },
    headers: { 'set-cookie': `${cookie}=1; Path=/v1/auth; HttpOnly; SameSite=Lax` },
  };
}

export const authRoutes: Route[] = [
  {
    method: 'POST',
    pattern: /^\/v1\/auth\/login$/,
    handle: (context) => {
      if (context.body.password === 'wrong') throw new Problem(401, 'invalid_credentials');
      return session(context);
    },
  },
  {
    method: 'POST',
    pattern: /^\/v1\/auth\/signup$/,
    handle: (context) => {
      const email = String(context.body.email);
      if (!email.includes('@'))
        throw new Problem(400, 'invalid_request', [{ pointer: '#/email', detail: 'must be an e-mail address' }]);
      return { ...session(context), status: 201 };
    },
  },
  { method: 'POST', pattern: /^\/v1\/auth\/accept-invitation$/, handle: session },
  {
    method: 'POST',
    pattern: /^\/v1\/auth\/refresh$/,
    handle: (context) => {
      if (!context.request.headers.cookie?.includes(`${cookie}=1`)) throw new Problem(401, 'session_ended');
      return session(context);
    },
  },
  {
    method: 'POST',
    pattern: /^\/v1\/auth\/logout$/,
    handle: () => ({ status: 204, headers: { 'set-cookie': `${cookie}=; Path=/v1/auth; Max-Age=0` } }),
  },
  {
    method: 'PATCH',
    pattern: /^\/v1\/auth\/me$/,
    handle: ({ api, body }) => {
      const user = Object.assign(api.state.users[0] ?? {}, body);
      const { id, name } = api.state.dealership;
      return { body: { user, dealership: { id, name }, dealerships: [{ id, name }] } };
    },
  },
];
