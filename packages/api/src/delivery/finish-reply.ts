import { disclosureLine } from '../answering/replies/add-disclosure.ts';
import { toChatText } from '../answering/replies/to-chat-text.ts';
import { toSmsText } from '../answering/replies/to-sms-text.ts';
import type { WrittenReply } from '../answering/types.ts';
import { assistantSettings } from '../features/assistant/assistant-settings.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';

type Words = Pick<WrittenReply, 'text' | 'language'>;

/** Where a text goes, and what its reader has heard before it. */
interface Occasion {
  /** `chat`, or what else it goes out by. */
  channel: string;
  /** Whether nothing of ours reached them yet. */
  first: boolean;
  /** Whether they were told that an assistant writes. */
  told: boolean;
}

/** A text without the line at its end that says that an assistant wrote it. */
function withoutDisclosure({ text, language }: Words, channel: string, dealership: DealershipRecord): string {
  const kind = channel === 'sms' ? 'sms' : 'email';
  const line = disclosureLine(language, kind, dealership.assistant.name, dealership.name);
  const said = kind === 'sms' ? toSmsText(line) : line;
  return text.endsWith(said) ? text.slice(0, -said.length).trimEnd() : text;
}

/** A written answer as the customer gets it; `disclosed` tells whether it, or the chat around it, says who writes. */
export function finishReply(
  reply: Words,
  { channel, first, told }: Occasion,
  dealership: DealershipRecord,
): { text: string; disclosed: boolean } {
  const { text } = reply;
  if (channel === 'chat') return { text: toChatText(text, first), disclosed: true };
  if (assistantSettings(dealership).disclosure === 'every_message' || !told) return { text, disclosed: true };
  const bare = withoutDisclosure(reply, channel, dealership);
  return { text: bare, disclosed: bare === text };
}
