import { createHash } from 'node:crypto';

const longestId = 400;
// A header line may have 998 characters (RFC 5322 section 2.1.1), its name included.
const longestReferences = 900;

/** Where a mail stands in its thread: what goes into In-Reply-To and References, ids with their brackets. */
export interface ThreadPosition {
  inReplyTo: string | null;
  references: string[];
}

/** The Message-ID of what is sent under `sendKey`: the same key always makes the same id, and it tells nothing. */
export function messageIdFor(sendKey: string, domain: string): string {
  const digest = createHash('sha256').update(sendKey).digest('hex').slice(0, 40);
  return `<${digest}@${domain.toLowerCase()}>`;
}

/** A Message-ID as `<left@right>` whatever blanks or missing brackets it came with; null when there is none in the text. */
export function normaliseMessageId(text: string | null | undefined): string | null {
  return messageIdsIn(text)[0] ?? null;
}

/** All Message-IDs of a References or In-Reply-To header, each once, in order. */
export function messageIdsIn(header: string | null | undefined): string[] {
  const text = (header ?? '').slice(0, 20_000);
  const bracketed = [...text.matchAll(/<([^<>]{1,1000})>/g)].map(([, id = '']) => id.replace(/\s+/g, ''));
  const ids = bracketed.length > 0 ? bracketed : text.split(/[\s,]+/).filter((word) => /[^@]@[^@]/.test(word));
  const usable = ids.filter((id) => id.length <= longestId && /^[\x21-\x7e\u00a1-\uffff]+$/.test(id));
  return [...new Set(usable.map((id) => `<${id}>`))];
}

/**
 * The position of an answer to `parent` (RFC 5322 section 3.6.4). A long chain keeps its first id, which mail programs
 * thread by, and as many of the last as fit into one header line.
 */
export function answerTo(parent: { messageId: string | null; references: readonly string[] } | null): ThreadPosition {
  if (!parent?.messageId) return { inReplyTo: null, references: [] };
  const chain = [...new Set([...parent.references, parent.messageId])];
  const first = chain[0] ?? parent.messageId;
  const last: string[] = [];
  let room = longestReferences - first.length;
  for (const id of chain.slice(1).reverse()) {
    room -= id.length + 1;
    if (room < 0) break;
    last.unshift(id);
  }
  return { inReplyTo: parent.messageId, references: [first, ...last] };
}
