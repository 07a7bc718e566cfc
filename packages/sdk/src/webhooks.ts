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

/** Throws a DOMException for what is no base64. */
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The 32 bytes of an HMAC by SHA-256; another version, and what is no base64, is no signature to us. */
const signaturePattern = /^v1,([A-Za-z\d+/]{43}=)$/;

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

function checkRaw(body: unknown): BlobPart {
  if (typeof body === 'string' || body instanceof Uint8Array || body instanceof ArrayBuffer) return body as BlobPart;
  throw new NorvaltError(
    'Give the body of the webhook as it came, as text or bytes: once parsed it cannot be verified',
  );
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
  const body = checkRaw(rawBody);
  const secrets = [secret].flat();
  const keys = await Promise.all((secrets.length ? secrets : ['']).map((each) => keyOf(each)));
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    headerOf(headers, `webhook-${part}`),
  ) as [string, string, string];
  // Written so that a tolerance or a time that is no number lets nothing through.
  if (!(/^\d+$/.test(timestamp) && Math.abs(nowMs / 1000 - Number(timestamp)) <= toleranceSeconds)) {
    throw new WebhookVerificationError(`The post is from another time (${timestamp}): a repetition, or a wrong clock`);
  }
  const content = await new Blob([`${id}.${timestamp}.`, body]).arrayBuffer();
  for (const signature of signatures.split(' ')) {
    const encoded = signaturePattern.exec(signature)?.[1];
    if (!encoded) continue;
    for (const key of keys) {
      if (await crypto.subtle.verify('HMAC', key, fromBase64(encoded), content)) return eventOf(body);
    }
  }
  throw new WebhookVerificationError('No signature fits: another secret, or a changed body');
}

async function eventOf(body: BlobPart): Promise<WebhookEvent> {
  const event = parseJson(await new Blob([body]).text());
  if (isRecord(event) && typeof event.type === 'string') return event as unknown as WebhookEvent;
  throw new WebhookVerificationError('The post is signed, but is not an event');
}

/** For servers that receive webhooks; needs no client and no key. */
export const webhooks = { verify };
