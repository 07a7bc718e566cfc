import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

/** A form post of Twilio, as far as its signature goes. */
interface SignedPost {
  /** The whole address it was posted to, as Twilio knows it: with the query, without the fragment. */
  url: string;
  fields: ReadonlyMap<string, readonly string[]>;
  signature: string | undefined;
}

/**
 * Tells whether Twilio signed a form post with the account's primary auth token (HMAC-SHA1 over the address and all
 * fields). Every field counts, also ones that nobody here knows.
 */
export function verifyTwilioSignature(post: SignedPost, authToken: string): boolean {
  if (!post.signature) return false;
  const params = Object.fromEntries(
    [...post.fields].map(([name, values]) => [name, values.length > 1 ? [...values] : (values[0] ?? '')]),
  );
  return validateRequest(authToken, post.signature, post.url, params);
}
