import type {
  WhatsAppEchoPayload,
  WhatsAppMedia,
  WhatsAppPayload,
  WhatsAppReferral,
} from '../../intake/whatsapp-payload.ts';

type Json = Record<string, unknown>;
type Content = Pick<WhatsAppPayload, 'text' | 'worded' | 'media'>;

const MAX_TEXT = 10_000;
const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;

function record(value: unknown): Json {
  return Object(value) as Json;
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.slice(0, 20).map(record) : [];
}

function text(value: unknown, length = 200): string {
  const written = typeof value === 'number' ? String(value) : value;
  return typeof written === 'string' ? written.replaceAll('\u0000', '').slice(0, length).trim() : '';
}

function worded(value: unknown): Content {
  return { text: text(value, MAX_TEXT), worded: true, media: null };
}

function described(...parts: string[]): Content {
  return { text: `[${parts.filter((part) => part !== '').join(', ')}]`, worded: false, media: null };
}

function readMedia(kind: WhatsAppMedia['kind'], content: Json): Content {
  const id = text(content.id, 100);
  const caption = text(content.caption, MAX_TEXT);
  // Ids go into the path of an address that is asked for: digits, or nothing is fetched.
  if (!/^\d{1,40}$/.test(id)) return caption === '' ? described(kind) : worded(caption);
  const media = { id, kind, mimeType: text(content.mime_type, 100), fileName: text(content.filename) || null };
  return { text: caption, worded: caption !== '', media };
}

function readLocation(place: Json): Content {
  const [latitude, longitude] = [Number(place.latitude), Number(place.longitude)];
  const map = Number.isFinite(latitude) && Number.isFinite(longitude);
  return described(
    'location',
    text(place.name),
    text(place.address),
    map ? `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}` : '',
  );
}

function readContacts(contacts: Json[]): Content {
  const people = contacts.map(({ name, phones, emails }) =>
    [
      text(record(name).formatted_name),
      ...list(phones).map(({ phone }) => text(phone)),
      ...list(emails).map(({ email }) => text(email)),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  return described('contact', ...people);
}

function readInteractive(content: Json): Content {
  const chosen = record(content.button_reply ?? content.list_reply);
  const title = text(chosen.title);
  return title === ''
    ? described('answer to a form')
    : worded([title, text(chosen.description)].filter(Boolean).join(': '));
}

function readOrder(order: Json): Content {
  const items = list(order.product_items).map(
    (item) => `${text(item.quantity) || '1'} × ${text(item.product_retailer_id)}`,
  );
  const words = text(order.text, MAX_TEXT);
  const content = described('order', ...items);
  return words === '' ? content : { ...content, text: `${words}\n\n${content.text}`, worded: true };
}

function readContent(message: Json): Content | null {
  const type = text(message.type);
  const media = MEDIA_KINDS.find((kind) => kind === type);
  if (media) return readMedia(media, record(message[media]));
  if (type === 'text') return worded(record(message.text).body);
  if (type === 'button') return worded(record(message.button).text);
  if (type === 'interactive') return readInteractive(record(message.interactive));
  if (type === 'location') return readLocation(record(message.location));
  if (type === 'contacts') return readContacts(list(message.contacts));
  if (type === 'order') return readOrder(record(message.order));
  if (type === 'system') return described(text(record(message.system).body) || 'system message');
  if (type === 'reaction') {
    // A reaction that is taken back has no emoji, and says nothing.
    const emoji = text(record(message.reaction).emoji, 20);
    return emoji === '' ? null : { text: emoji, worded: false, media: null };
  }
  return described(type === 'unsupported' || type === '' ? 'a message of a kind that WhatsApp does not pass on' : type);
}

function readReferral(value: unknown): WhatsAppReferral | null {
  if (typeof value !== 'object' || value === null) return null;
  const { source_url, source_id, headline, ctwa_clid } = value as Json;
  const sourceUrl = text(source_url, 1000);
  return {
    sourceUrl: /^https?:\/\//.test(sourceUrl) ? sourceUrl : null,
    sourceId: text(source_id, 100) || null,
    headline: text(headline) || null,
    clickId: text(ctwa_clid) || null,
  };
}

function secondsOf(value: unknown): number | null {
  const seconds = Number(value);
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds : null;
}

/**
 * Reads a message of the WhatsApp Cloud API
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples); `null` for one that says nothing,
 * and `'unreadable'` for one without an id. Kinds that are not known are named, so that a person sees that something came.
 */
export function readWhatsAppMessage(
  numberId: string,
  message: Json,
  contacts: readonly Json[],
): WhatsAppPayload | null | 'unreadable' {
  const messageId = text(message.id, 200);
  if (messageId === '') return 'unreadable';
  const content = readContent(message);
  if (content === null) return null;
  const from = text(message.from, 50);
  const contact =
    contacts.find(({ wa_id }) => text(wa_id, 50) === from) ?? (contacts.length === 1 ? contacts[0] : null);
  return {
    kind: 'whatsapp',
    numberId,
    messageId,
    customer: /^\d{5,20}$/.test(from) ? from : null,
    name: text(record(contact?.profile).name, 100) || null,
    writtenAtSeconds: secondsOf(message.timestamp),
    ...content,
    referral: readReferral(message.referral),
    attachments: null,
  };
}

/**
 * Reads what was written on the phone that shares the number (field `smb_message_echoes`,
 * https://developers.facebook.com/docs/whatsapp/embedded-signup/custom-flows/onboarding-business-app-users); `null` for
 * what says nothing, and `'unreadable'` for what has no id or names nobody.
 */
export function readWhatsAppEcho(numberId: string, echo: Json): WhatsAppEchoPayload | null | 'unreadable' {
  const messageId = text(echo.id, 200);
  const customer = text(echo.to, 50);
  if (messageId === '' || !/^\d{5,20}$/.test(customer)) return 'unreadable';
  const content = readContent(echo);
  if (content === null) return null;
  return {
    kind: 'whatsapp_echo',
    numberId,
    messageId,
    customer,
    writtenAtSeconds: secondsOf(echo.timestamp),
    text: content.text,
    media: content.media,
  };
}
