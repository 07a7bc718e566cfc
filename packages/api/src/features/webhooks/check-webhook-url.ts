import { isIP } from 'node:net';
import type { Env } from '../../env.ts';
import { unprocessable } from '../../http/problem.ts';
import { isPublicAddress } from '../../lib/is-public-address.ts';
import { isSandboxReceiver } from '../sandbox/sandbox-receiver.ts';

function faultOf(text: string, env: Pick<Env, 'allowLoopbackUrls'>): string | null {
  if (!URL.canParse(text)) return 'This is not a URL.';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'Leave user name and password out: posts are signed instead.';
  if (url.hash !== '') return 'Leave out the part from # on: it is never sent.';
  if (env.allowLoopbackUrls) return null;
  if (url.protocol !== 'https:') return 'Use https: what is posted is about people.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'This address is not on the open internet.';
  return null;
}

/**
 * Gives the address of an endpoint as it is called. Where a name leads is checked at every post, when it is connected to.
 * @throws Problem 422 for an address that will never be posted to
 */
export function checkWebhookUrl(
  text: string,
  env: Pick<Env, 'allowLoopbackUrls' | 'publicUrl'>,
  dealershipId: string,
): string {
  if (isSandboxReceiver(env, dealershipId, text)) return text;
  const fault = faultOf(text, env);
  if (fault !== null) throw unprocessable([{ pointer: '#/url', detail: fault }]);
  return new URL(text).href;
}
