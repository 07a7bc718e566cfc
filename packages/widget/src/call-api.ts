type Init = RequestInit & { headers?: object };

const timeoutMs = 15_000;

/** Sends a request in the name of a key or token; one with a body posts it, and outlives the page. */
export function callApi(
  url: string,
  token: string,
  body?: object,
  init?: Init,
  send: typeof fetch | undefined = fetch,
): Promise<Response> {
  return send(url, {
    // The visitor may leave the moment after pressing send.
    ...(body && { method: 'POST', body: JSON.stringify(body), keepalive: true }),
    signal: AbortSignal.timeout(timeoutMs),
    ...init,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init?.headers },
  });
}
