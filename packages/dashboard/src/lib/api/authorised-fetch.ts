export interface AccessTokens {
  /** A token that is valid for a while yet, or null when nobody is signed in. */
  current(): Promise<string | null>;
  /** A new token after the server refused `refused`; null when the session has ended. */
  renew(refused: string): Promise<string | null>;
}

/** A fetch that sends the access token and, when it is refused, renews it and sends the same request once more. */
export function createAuthorisedFetch(send: typeof fetch, tokens: AccessTokens): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (isAuthentication(request)) return send(request);
    const token = await tokens.current();
    const retry = request.clone();
    const response = await send(withToken(request, token));
    if (response.status !== 401 || token === null) return response;
    const renewed = await tokens.renew(token);
    if (renewed === null) return response;
    await response.body?.cancel();
    return send(withToken(retry, renewed));
  };
}

/** Signing in, renewing and signing up never carry a token and never lead to a renewal. */
function isAuthentication(request: Request): boolean {
  return /\/v1\/auth\/(login|signup|refresh|accept-invitation)$/.test(new URL(request.url).pathname);
}

function withToken(request: Request, token: string | null): Request {
  if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
