import { NorvaltError, WebhookVerificationError } from './core/errors.ts';
import { isRecord, parseJson } from './core/parse-json.ts';
import type { WebhookEvent } from './types.ts';

/** Headers as `fetch` has them, or as Node has them. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

/** How a post is verified. */
export interface WebhookVerifyOptions {
  /** How far the time of the post may be from `nowMs`, in either direction; 300 when left out. */
  toleranceSeconds?: number | undefined;
  /** Milliseconds since 1970; the machine's clock when left out. */
  nowMs?: number | undefined;
}

const DEFAULT_TOLERANCE_SECONDS = 300;

const encode = (text: string) => new TextEncoder().encode(text);

/** Throws a DOMException for what is no base64. */
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The bytes of a `v1` signature; null for another version, and for what is no signature. */
function signatureBytes(signature: string): Uint8Array<ArrayBuffer> | null {
  try {
    return signature.startsWith('v1,') ? fromBase64(signature.slice('v1,'.length)) : null;
  } catch {
    return null;
  }
}

async function keyOf(secret: unknown): Promise<CryptoKey> {
  const encoded = typeof secret === 'string' ? /^whsec_([\w+/=-]{22,})$/.exec(secret.trim())?.[1] : undefined;
  try {
    return await crypto.subtle.importKey('raw', fromBase64(encoded ?? '!'), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'verify',
    ]);
  } catch (cause) {
    throw new NorvaltError('A webhook secret begins with whsec_', { cause });
  }
}

function bytesOf(body: unknown): Uint8Array {
  if (typeof body === 'string') return encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new NorvaltError(
    'Give the body of the webhook as it came, as text or bytes: once parsed it cannot be verified',
  );
}

function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value === 'string' && value) return value;
  throw new WebhookVerificationError(`The header ${name} is missing`);
}

/**
 * Gives what a post says, if it is signed with the secret (or one of several) and fresh; else throws
 * WebhookVerificationError. `rawBody` is the body as it came, not parsed. Standard Webhooks 1.0.
 */
async function verify(
  rawBody: string | Uint8Array | ArrayBuffer,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = DEFAULT_TOLERANCE_SECONDS, nowMs = Date.now() }: WebhookVerifyOptions = {},
): Promise<WebhookEvent> {
  const body = bytesOf(rawBody);
  const secrets = [secret].flat();
  const keys = await Promise.all((secrets.length ? secrets : ['']).map((each) => keyOf(each)));
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    headerOf(headers, `webhook-${part}`),
  ) as [string, string, string];
  // Written so that a tolerance or a time that is no number lets nothing through.
  if (!(/^\d+$/.test(timestamp) && Math.abs(nowMs / 1000 - Number(timestamp)) <= toleranceSeconds)) {
    throw new WebhookVerificationError(`The post is from another time (${timestamp}): a repetition, or a wrong clock`);
  }
  const content = signedContent(id, timestamp, body);
  for (const signature of signatures.split(' ')) {
    const given = signatureBytes(signature);
    if (given === null) continue;
    for (const key of keys) {
      if (await crypto.subtle.verify('HMAC', key, given, content)) return eventOf(body);
    }
  }
  throw new WebhookVerificationError('No signature fits: another secret, or a body that is not as it came');
}

function eventOf(body: Uint8Array): WebhookEvent {
  const event = parseJson(new TextDecoder().decode(body));
  if (isRecord(event) && typeof event.type === 'string') return event as unknown as WebhookEvent;
  throw new WebhookVerificationError('The post is signed, but is not an event');
}

/** For servers that receive webhooks; needs no client and no key. */
export const webhooks = { verify };
