import type { Request } from 'express';
import { isWellFormedKey } from '../features/api-keys/key-format.ts';
import { ApiKey } from '../features/api-keys/model.ts';
import { readAccessToken } from '../features/auth/access-token.ts';
import { Session } from '../features/auth/model.ts';
import { Membership } from '../features/users/model.ts';
import { after, MINUTE_MS } from '../lib/clock.ts';
import { sha256 } from '../lib/secrets.ts';
import type { Services } from '../services.ts';
import { asOperator } from '../tenancy/context.ts';
import { Problem } from './problem.ts';
import type { Actor } from './request-context.ts';

function unauthorized(detail: string): Problem {
  return new Problem('unauthorized', { detail, headers: { 'WWW-Authenticate': 'Bearer' } });
}

async function authenticateKey(key: string, services: Services): Promise<Actor> {
  if (!isWellFormedKey(key)) throw unauthorized('The API key is not one of ours.');
  const record = await asOperator(() => ApiKey.findOne({ hash: sha256(key) }).lean());
  if (!record || record.revoked_at) throw unauthorized('The API key does not exist or was revoked.');
  const now = services.clock.now();
  if (!record.last_used_at || record.last_used_at < after(now, -MINUTE_MS)) {
    // Nobody waits for this, and losing it loses nothing but a minute of precision.
    void asOperator(() => ApiKey.updateOne({ _id: record._id }, { last_used_at: now }).exec()).catch(() => undefined);
  }
  return {
    type: 'api_key',
    dealershipId: record.dealership_id,
    keyId: record._id,
    kind: record.kind,
    mode: record.mode,
    scopes: record.scopes,
    allowedOrigins: record.allowed_origins,
    name: record.name,
  };
}

async function authenticateUser(token: string, services: Services): Promise<Actor> {
  const claims = readAccessToken(token, services.env.jwtSecret, services.clock.now());
  if (!claims) throw unauthorized('The access token is not valid or has expired.');
  const [session, membership] = await Promise.all([
    Session.findById(claims.sessionId).lean(),
    asOperator(() => Membership.findOne({ dealership_id: claims.dealershipId, user_id: claims.userId }).lean()),
  ]);
  if (!session || session.revoked_at || session.user_id !== claims.userId) {
    throw new Problem('session_ended', { detail: 'Sign in again.', headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  if (membership?.status !== 'active') throw unauthorized('You are not a member of this dealership.');
  return {
    type: 'user',
    dealershipId: membership.dealership_id,
    userId: claims.userId,
    sessionId: claims.sessionId,
    role: membership.role,
    name: membership.name,
  };
}

/**
 * Finds out who sent a request from its `Authorization` header.
 * @throws Problem 401 when there are credentials and they are not valid
 */
export async function authenticate(request: Request, services: Services): Promise<Actor | null> {
  const header = request.get('authorization');
  if (header === undefined || header === '') return null;
  const token = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header)?.[1];
  if (!token) throw unauthorized('Send `Authorization: Bearer …`.');
  if (/^[ps]k_/.test(token)) return authenticateKey(token, services);
  return authenticateUser(token, services);
}
