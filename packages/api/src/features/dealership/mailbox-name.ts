import { foldText } from '../../answering/text/fold-text.ts';
import { randomText } from '../../lib/secrets.ts';

const MAX_LENGTH = 40;
const SUFFIX_LENGTH = 4;

// RFC 2142 gives these to whoever runs the domain.
const RESERVED = new Set(
  'abuse admin administrator bounce bounces hostmaster info mailer-daemon no-reply noreply norvalt postmaster root security support webmaster'.split(
    ' ',
  ),
);

/** The local part of a dealership's mail address: `Bærum Bil & Båt AS` becomes `baerum-bil-bat-as`. */
export function mailboxName(dealershipName: string): string {
  const name = foldText(dealershipName)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  if (name === '') return withSuffix('dealer');
  return RESERVED.has(name) ? withSuffix(name) : name;
}

/** The same with a few letters behind it, for where the plain one is taken. */
export function withSuffix(mailbox: string): string {
  return `${mailbox}-${randomText(SUFFIX_LENGTH).toLowerCase()}`;
}
