import type { Request } from 'express';
import { isWellFormedKey } from '../features/api-keys/key-format.ts';
import { ApiKey } from '../features/api-keys/model.ts';
import { readAccessToken } from '../features/auth/access-token.ts';
import { Session } from '../features/auth/model.ts';
import { ChatSession, type ChatSessionRecord } from '../features/chat/model.ts';
import { findToken, sessionIdOfToken } from '../features/chat/visitor-token.ts';
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

async function authenticateVisitor(sessionId: string, token: string, services: Services): Promise<Actor> {
  const session = await asOperator(() => ChatSession.findOne({ _id: sessionId }).lean<ChatSessionRecord>());
  const record = session ? findToken(session, token) : undefined;
  const now = services.clock.now();
  if (!session || !record) throw unauthorized('The token of this chat is not valid.');
  const expired = record.expires_at <= now;
  if (expired && (record.renewed || session.renewable_until <= now))
    throw new Problem('session_ended', { detail: 'Open a new chat.', headers: { 'WWW-Authenticate': 'Bearer' } });
  return {
    type: 'visitor',
    dealershipId: session.dealership_id,
    sessionId,
    test: session.test,
    origin: session.origin,
    expired,
    name: session.contact.name ?? 'Visitor',
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
  const chatSessionId = sessionIdOfToken(token);
  if (chatSessionId !== null) return authenticateVisitor(chatSessionId, token, services);
  return authenticateUser(token, services);
}
