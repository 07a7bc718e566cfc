import { personPhrases } from '../../answering/replies/person-phrases.ts';
import { toSmsText } from '../../answering/replies/to-sms-text.ts';
import { withoutGreeting } from '../../answering/replies/without-greeting.ts';
import type { WrittenReply } from '../../answering/types.ts';
import { isOurs } from '../../delivery/compose-message.ts';
import type { MessageRecord } from '../messages/model.ts';

type Channel = 'email' | 'sms' | 'whatsapp' | 'chat';

/** Whether templates found nothing to say but a greeting and thanks. */
function onlyThanks({ text, language, writtenBy }: WrittenReply): boolean {
  const { thanksForMessage, thanksForAnswer } = personPhrases[language];
  const body = text.replace(/^[^\n.?!:]{1,60}[,.]/, '');
  const said = [thanksForMessage(), thanksForAnswer('')].reduce(
    (rest, thanks) => rest.replace(toSmsText(thanks), ''),
    body,
  );
  return writtenBy === 'rules' && said.trim() === '';
}

/**
 * A text that was written for a colleague as they would send it: in a chat it greets once. `null` where nothing but
 * greeting and thanks would be left.
 */
export function inPerson(reply: WrittenReply, channel: Channel, conversation: readonly MessageRecord[]): string | null {
  if (onlyThanks(reply)) return null;
  const spoken = channel === 'chat' && conversation.some((message) => message.channel === 'chat' && isOurs(message));
  return spoken ? withoutGreeting(reply.text) : reply.text;
}
