import { createHash } from 'node:crypto';
import { attachmentName } from '../channels/email/attachment-name.ts';
import type { MailAttachment } from '../channels/email/mailgun-fields.ts';
import { Arrival, type ArrivalRecord } from '../features/arrivals/model.ts';
import { storeAttachments } from '../features/attachments/store-attachments.ts';
import { noteRefused, noteTrouble } from '../features/connections/connection-health.ts';
import { tokenOf } from '../features/connections/connection-token.ts';
import { Connection, type ConnectionRecord } from '../features/connections/model.ts';
import type { MessageAttachment } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { TryLater } from './arrival-waits.ts';
import type { WhatsAppMedia, WhatsAppPayload } from './whatsapp-payload.ts';

const MAX_BYTES = 25_000_000;
const TIMEOUT_MS = 20_000;
/** The words that came with a picture do not wait for it longer than 2, 4 and 8 seconds. */
const MAX_TRIES = 3;

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'video/mp4': '.mp4',
  'audio/ogg': '.ogg',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/aac': '.aac',
  'application/pdf': '.pdf',
};

function nameOf(media: WhatsAppMedia): string {
  const type = media.mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return attachmentName(media.fileName ?? undefined, `${media.kind}${EXTENSIONS[type] ?? ''}`);
}

/** The token is shown to Meta's own hosts alone, whatever address an answer names. */
function isMetas(url: string, graphUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname } = new URL(url);
  if (origin === new URL(graphUrl).origin) return true;
  return protocol === 'https:' && /(^|\.)(fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/.test(hostname);
}

type Fetched = { content: Buffer | null; sizeBytes: number } | 'busy' | 'gone';

async function download(services: Services, url: string, token: string, digest: unknown): Promise<Fetched> {
  const { env, safeFetch } = services;
  if (env.meta === null || !isMetas(url, env.meta.graphUrl)) return 'gone';
  const headers = { Authorization: `Bearer ${token}`, 'User-Agent': 'norvalt' };
  try {
    const { status, body } = await safeFetch(url, { headers, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
    if (status >= 500 || status === 429) return 'busy';
    if (status !== 200) return 'gone';
    const hash = createHash('sha256').update(body);
    // Half a picture, or an error page in its place.
    if (typeof digest === 'string' && /^[0-9a-f]{64}$/i.test(digest) && hash.digest('hex') !== digest.toLowerCase())
      return 'busy';
    return { content: body, sizeBytes: body.length };
  } catch (error) {
    return (error as { reason?: unknown }).reason === 'too_large' ? 'gone' : 'busy';
  }
}

async function fetchMedia(services: Services, connection: ConnectionRecord, media: WhatsAppMedia): Promise<Fetched> {
  const token = tokenOf(services.env, connection);
  if (services.graph === null || token === null || connection.state === 'expired') return 'gone';
  const found = await services.graph.get(media.id, { phone_number_id: connection.external_id }, token);
  if (found.kind === 'busy') {
    await noteTrouble(services, connection, found.reason);
    return 'busy';
  }
  if (found.kind === 'token') await noteRefused(services, connection, 'expired', found.reason);
  if (found.kind !== 'ok') return 'gone';
  const sizeBytes = Number(found.body.file_size);
  if (sizeBytes > MAX_BYTES) return { content: null, sizeBytes };
  return download(services, String(found.body.url), token, found.body.sha256);
}

/**
 * Fetches the file of a message and stores it; an empty list when it cannot be had, which the message then says. What is
 * larger than 25 MB is listed without its content.
 * @throws TryLater while Meta is slow, three times at most
 */
export async function storeWhatsAppMedia(
  services: Services,
  arrival: ArrivalRecord,
  payload: WhatsAppPayload,
): Promise<MessageAttachment[]> {
  const { media } = payload;
  if (media === null) return [];
  if (payload.attachments !== null) return payload.attachments;
  const connection = await Connection.findOne({
    provider: 'whatsapp',
    external_id: payload.numberId,
  }).lean<ConnectionRecord>();
  const fetched = connection === null ? 'gone' : await fetchMedia(services, connection, media);
  if (fetched === 'busy' && (arrival.deferrals ?? 0) < MAX_TRIES) throw new TryLater('The file could not be fetched');
  const files: (MailAttachment & { inline: boolean })[] =
    typeof fetched === 'string'
      ? []
      : [{ field: media.id, name: nameOf(media), contentType: media.mimeType, inline: false, ...fetched }];
  const attachments = await storeAttachments(arrival._id, files, services.clock.now());
  await Arrival.updateOne({ _id: arrival._id }, { $set: { payload: { ...payload, attachments } } });
  return attachments;
}
