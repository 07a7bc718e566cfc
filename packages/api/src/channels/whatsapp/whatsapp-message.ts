import type { MessageTemplate } from '../../features/messages/model.ts';

/** The longest text of one message. */
const MAX_TEXT = 4096;

/** A message to one customer: free words, or an approved template where `template` is set. */
export interface OutgoingWhatsApp {
  /** Comes back with every report of what became of it. */
  sendKey: string;
  /** Id of our number. */
  numberId: string;
  /** Digits without a plus, as the customer's own messages name them. */
  to: string;
  text: string;
  template: MessageTemplate | null;
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}

function templateOf({ name, language, parameters }: MessageTemplate) {
  const body = { type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) };
  return { name, language: { code: language }, ...(parameters.length > 0 ? { components: [body] } : {}) };
}

/** The body of a request to `/{number}/messages`. */
export function whatsAppBody(message: OutgoingWhatsApp): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: message.to,
    ...(message.template === null
      ? { type: 'text', text: { body: cut(message.text), preview_url: false } }
      : { type: 'template', template: templateOf(message.template) }),
    biz_opaque_callback_data: message.sendKey.slice(0, 512),
  };
}
