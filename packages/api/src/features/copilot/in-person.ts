import { phrases } from '../../answering/replies/phrases.ts';
import { toChatText } from '../../answering/replies/to-chat-text.ts';
import { toSmsText } from '../../answering/replies/to-sms-text.ts';
import type { WrittenReply } from '../../answering/types.ts';
import { isOurs } from '../../delivery/compose-message.ts';
import { withoutDisclosure } from '../../delivery/finish-reply.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import type { MessageRecord } from '../messages/model.ts';

type Channel = 'email' | 'sms' | 'whatsapp' | 'chat';

function without(text: string, sentences: readonly string[], channel: Channel): string {
  const left = sentences.reduce(
    (rest, sentence) => rest.replace(channel === 'sms' ? toSmsText(sentence) : sentence, ''),
    text,
  );
  return left
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * An answer of the assistant as a colleague writes it: neither does it say that an assistant wrote it, nor that a
 * colleague will answer, and in a chat it greets once. `null` where nothing but greeting and thanks would be left.
 */
export function inPerson(
  reply: WrittenReply,
  channel: Channel,
  conversation: readonly MessageRecord[],
  dealership: DealershipRecord,
): string | null {
  const { withSeller, sellerAnswersRest, sellerSeesIt, thanksForAnswer, thanksForMessage } = phrases[reply.language];
  const handingOver = [thanksForAnswer, withSeller, sellerAnswersRest, sellerSeesIt].map((say) => say(dealership.name));
  const text = without(withoutDisclosure(reply, channel, dealership), handingOver, channel);
  const said = without(text.replace(/^[^\n.?!:]{1,60}[,.]/, ''), [thanksForMessage()], channel);
  if (said === '') return null;
  const spoken = channel === 'chat' && conversation.some((message) => message.channel === 'chat' && isOurs(message));
  return spoken ? toChatText(`${text}\n\n`, false) : text;
}
