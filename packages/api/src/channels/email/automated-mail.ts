export type AutomatedReason =
  | 'auto_submitted'
  | 'precedence'
  | 'auto_response_suppress'
  | 'mailing_list'
  | 'empty_sender'
  | 'system_sender'
  | 'own_address';

interface Envelope {
  headers: ReadonlyMap<string, readonly string[]>;
  /** MAIL FROM as it came: an empty one marks a bounce; undefined when it is not known. */
  sender: string | undefined;
  fromEmail: string | null;
}

const systemSenders = /^(mailer-daemon|postmaster|maildaemon|mail-daemon)@/i;

/** Why a mail was sent by a program and must not be answered automatically (RFC 3834); null for a person's mail. */
export function automatedReason({ headers, sender, fromEmail }: Envelope): AutomatedReason | null {
  const has = (name: string, test: (value: string) => boolean) =>
    (headers.get(name) ?? []).some((value) => test(value.trim().toLowerCase()));

  if (has('auto-submitted', (value) => value !== '' && value.split(/[;\s]/, 1)[0] !== 'no')) return 'auto_submitted';
  if (has('x-autoreply', (value) => value !== 'no') || has('x-autorespond', () => true)) return 'auto_submitted';
  if (has('precedence', (value) => /^(bulk|list|junk|auto_reply)\b/.test(value))) return 'precedence';
  if (has('x-auto-response-suppress', (value) => value !== '' && value !== 'none')) return 'auto_response_suppress';
  if (has('list-id', () => true) || has('list-unsubscribe', () => true)) return 'mailing_list';
  if (isEmptySender(sender, headers.get('return-path')?.at(-1))) return 'empty_sender';
  return [sender, fromEmail].some((address) => systemSenders.test(address?.replace('<', '').trim() ?? ''))
    ? 'system_sender'
    : null;
}

function isEmptySender(sender: string | undefined, returnPath: string | undefined): boolean {
  const envelope = sender ?? returnPath;
  return envelope !== undefined && /^\s*(<\s*>)?\s*$/.test(envelope);
}
