import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { MessageAttachment } from '../features/messages/model.ts';

/** A file that came with a WhatsApp message, to be fetched by its id. */
export interface WhatsAppMedia {
  id: string;
  kind: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  mimeType: string;
  /** What its sender called it; documents only. */
  fileName: string | null;
}

/** The ad that a conversation began at. */
export interface WhatsAppReferral {
  sourceUrl: string | null;
  sourceId: string | null;
  headline: string | null;
  clickId: string | null;
}

/** A WhatsApp message as it came: the payload of its arrival. */
export interface WhatsAppPayload {
  kind: 'whatsapp';
  /** Id of our number. */
  numberId: string;
  /** `wamid.…` */
  messageId: string;
  /** What the customer is written back to: digits without a plus; `null` where the message does not tell. */
  customer: string | null;
  name: string | null;
  /** When it was written, in seconds since 1970, by Meta's clock. */
  writtenAtSeconds: number | null;
  /** What a rep reads: the words, or what was sent instead of words. */
  text: string;
  /** Whether the customer wrote words or chose some, which can be answered; a picture or a place is for a person. */
  worded: boolean;
  media: WhatsAppMedia | null;
  referral: WhatsAppReferral | null;
  /** The files once they were stored, so that nothing is fetched twice; `null` before. */
  attachments: MessageAttachment[] | null;
}

/** What somebody of the dealership wrote to a customer on the phone that shares the number: the payload of its arrival. */
export interface WhatsAppEchoPayload
  extends Pick<WhatsAppPayload, 'numberId' | 'messageId' | 'writtenAtSeconds' | 'text' | 'media'> {
  kind: 'whatsapp_echo';
  customer: string;
}

/** What a rep reads: the words, and the name of a file that is not there to be opened. */
export function whatsAppText(
  { text, media }: Pick<WhatsAppPayload, 'text' | 'media'>,
  attachments: readonly MessageAttachment[] = [],
): string {
  if (media === null || attachments.some((attachment) => attachment.available)) return text;
  return `${text}\n\n[${media.fileName ?? media.kind}]`.trim();
}

/** When it was written: by Meta's clock where that is not ahead of ours, since a post may come hours late. */
export function whatsAppWrittenAt(
  arrival: Pick<ArrivalRecord, 'received_at'>,
  { writtenAtSeconds }: Pick<WhatsAppPayload, 'writtenAtSeconds'>,
): Date {
  if (writtenAtSeconds === null) return arrival.received_at;
  return new Date(Math.min(writtenAtSeconds * 1000, arrival.received_at.getTime()));
}
