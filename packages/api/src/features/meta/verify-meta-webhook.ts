import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * Gives Meta its challenge back, if it knows the verify token. Only digits are given back: anything else would let a
 * stranger choose what stands on a page of ours.
 * @throws Problem 400, 403 for another token, 503 where Meta is not configured
 */
export function verifyMetaWebhook(ctx: PublicContext, request: Request, response: Response): void {
  const { meta } = ctx.services.env;
  if (meta === null)
    throw new Problem('unavailable', { detail: 'There is no app at Meta here.', headers: { 'Retry-After': '30' } });
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const only = (name: string) => {
    const values = searchParams.getAll(`hub.${name}`);
    return values.length === 1 ? (values[0] ?? '') : '';
  };
  if (!sameText(only('verify_token'), meta.verifyToken))
    throw new Problem('forbidden', { detail: 'The verify token does not match.' });
  const challenge = only('challenge');
  if (only('mode') !== 'subscribe' || !/^\d{1,20}$/.test(challenge))
    throw new Problem('invalid_request', { detail: 'It is not a verification of Meta.' });
  response.status(200).type('text/plain').send(challenge);
}
