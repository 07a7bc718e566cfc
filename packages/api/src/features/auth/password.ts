import { hash, verify } from '@node-rs/argon2';
import { unprocessable } from '../../http/problem.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

// OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PREFIX = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;
/** The hash of nothing anybody knows: checking against it takes as long as checking a real one. */
const NOBODYS_HASH = `${PREFIX}e2yc/nmsA3DRZbOLsGsaKA$AwIfrlWOAMtGSXIu8D3JD1zEGtid+nYp4vx5u7DSa4k`;

// One password may reach us in several spellings of the same letters, depending on the keyboard.
function spelled(password: string): string {
  return password.normalize('NFKC');
}

/** Hashes a password (argon2id, PHC string). */
export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), COST);
}

/** Checks a password; without a stored hash it takes as long, and the answer is no. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? NOBODYS_HASH, spelled(password));
  return matches && stored !== null;
}

/** Tells whether a hash was made at another cost than today's. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(PREFIX);
}

/**
 * Refuses passwords that are tried first: the common ones and the person's own name or address.
 * @throws Problem 422 at `#/password`
 */
export function refuseWeakPassword(password: string, personal: readonly string[]): void {
  const folded = spelled(password).trim().toLowerCase();
  const guesses = personal.flatMap((text) => [text.toLowerCase(), text.toLowerCase().replace(/@.*$/, '')]);
  if (COMMON_PASSWORDS.has(folded) || guesses.includes(folded) || new Set(folded).size < 3) {
    throw unprocessable([
      { pointer: '#/password', detail: 'This password is too easy to guess. A sentence of a few words is better.' },
    ]);
  }
}
