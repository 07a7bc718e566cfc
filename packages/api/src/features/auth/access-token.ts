import jwt from 'jsonwebtoken';

/** How long an access token is good for, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const AUDIENCE = 'norvalt-api';
const ISSUER = 'norvalt';

/** What an access token says. */
export interface AccessClaims {
  userId: string;
  sessionId: string;
  dealershipId: string;
}

/** Signs an access token (HS256, 15 minutes). */
export function signAccessToken(claims: AccessClaims, secret: string, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return jwt.sign(
    {
      sid: claims.sessionId,
      dlr: claims.dealershipId,
      typ: 'access',
      iat: issuedAt,
      exp: issuedAt + ACCESS_TOKEN_SECONDS,
    },
    secret,
    { algorithm: 'HS256', subject: claims.userId, audience: AUDIENCE, issuer: ISSUER },
  );
}

/** Reads an access token; `null` when it is not ours, was changed, or has expired. */
export function readAccessToken(token: string, secret: string, now: Date): AccessClaims | null {
  try {
    const payload = jwt.verify(token, secret, {
      algorithms: ['HS256'],
      audience: AUDIENCE,
      issuer: ISSUER,
      clockTimestamp: Math.floor(now.getTime() / 1000),
    });
    if (typeof payload === 'string' || payload.typ !== 'access') return null;
    const { sub, sid, dlr } = payload as { sub?: unknown; sid?: unknown; dlr?: unknown };
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof dlr !== 'string') return null;
    return { userId: sub, sessionId: sid, dealershipId: dlr };
  } catch {
    return null;
  }
}
