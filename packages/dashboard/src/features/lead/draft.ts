/** What somebody has written and not sent. */
export interface Draft {
  channel: 'email' | 'sms' | 'whatsapp' | 'chat';
  subject: string;
  text: string;
  /** The Idempotency-Key of a send that failed, so that sending again after a reload still sends once. */
  pending?: { fingerprint: string; key: string };
}

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storageKey = (leadId: string) => `norvalt.draft.${leadId}`;

/** The draft of a lead, or null; a broken entry counts as none. */
export function loadDraft(storage: DraftStorage, leadId: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey(leadId)) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Keeps a draft for this tab; an empty one is forgotten. */
export function saveDraft(storage: DraftStorage, leadId: string, draft: Draft): void {
  if (draft.text.trim() === '' && draft.subject.trim() === '') storage.removeItem(storageKey(leadId));
  else storage.setItem(storageKey(leadId), JSON.stringify(draft));
}

/** Forgets the drafts of every lead. */
export function forgetDrafts(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(storageKey(''))) storage.removeItem(key);
}

/** How many SMS a text becomes: 160 or 153 of the GSM alphabet each, else 70 or 67 UTF-16 units. */
export function countSmsParts(text: string): number {
  const plain = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[\]~|€]*$/.test(
    text,
  );
  const units = plain ? text.length + (text.match(/[\^{}\\[\]~|€]/g)?.length ?? 0) : text.length;
  const [single, several] = plain ? [160, 153] : [70, 67];
  return units <= single ? 1 : Math.ceil(units / several);
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { channel, subject, text } = value as Partial<Draft>;
  const known = ['email', 'sms', 'whatsapp', 'chat'].includes(channel ?? '');
  return known && typeof subject === 'string' && typeof text === 'string';
}
