import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where a token is kept: it opens nowhere else, not in another field, record or dealership. */
export interface TokenPlace {
  dealershipId: string;
  recordId: string;
  field: string;
}

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function derive(secret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes));
}

/** Names a key without telling anything of it: 12 hexadecimal digits. */
export function tokenKeyId(secret: string): string {
  return derive(secret, 'name of the token key', 6).toString('hex');
}

function additionalData({ dealershipId, recordId, field }: TokenPlace): Buffer {
  return Buffer.from(JSON.stringify([VERSION, dealershipId, recordId, field]));
}

/**
 * Seals a token with AES-256-GCM for one place: `v1.<key id>.<base64url of nonce, tag and text>`. The place is not in
 * it but is needed to open it (associated data).
 */
export function sealToken(secret: string, place: TokenPlace, token: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, 'sealed token', 32), iv);
  cipher.setAAD(additionalData(place));
  const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return `${VERSION}.${tokenKeyId(secret)}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
}

/** Opens a sealed token with the secret that sealed it; `null` without that one, for another place or a changed value. */
export function openToken(secrets: readonly string[], place: TokenPlace, sealed: string): string | null {
  const [version, keyId, content = ''] = sealed.split('.');
  const secret = version === VERSION ? secrets.find((candidate) => tokenKeyId(candidate) === keyId) : undefined;
  const bytes = Buffer.from(content, 'base64url');
  if (secret === undefined || bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', derive(secret, 'sealed token', 32), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
