import mongoose from 'mongoose';
import { questionKey } from '../../answering/knowledge/question-key.ts';
import { redactIdentifiers } from '../../answering/text/redact-identifiers.ts';
import type { Language } from '../../answering/types.ts';
import { createOnce } from '../../database/create-once.ts';
import { derivedId } from '../../lib/ids.ts';
import { currentTenant } from '../../tenancy/context.ts';
import { UnansweredQuestion } from './question-model.ts';

interface NoteQuestion {
  question: string;
  language: Language;
  leadId: string;
  /** The message that could not answer it. */
  messageId: string;
  now: Date;
}

const MAX_CHARACTERS = 300;
const MESSAGES_REMEMBERED = 50;

/**
 * Notes a question that was not answered, once for each message. Asked again after it was answered it is open again;
 * dismissed it stays so.
 */
export async function noteQuestion({ question, language, leadId, messageId, now }: NoteQuestion): Promise<void> {
  const text = redactIdentifiers(question).replace(/\s+/g, ' ').trim().slice(0, MAX_CHARACTERS);
  const _id = derivedId('kqn', `${currentTenant('UnansweredQuestion')} ${questionKey(text, language)}`);
  await createOnce(UnansweredQuestion, {
    _id,
    question: text,
    language,
    state: 'open',
    times: 0,
    asked_in: [],
    lead_id: leadId,
    entry_id: null,
    first_asked_at: now,
    last_asked_at: now,
  });
  const { modifiedCount } = await UnansweredQuestion.updateOne(
    { _id, asked_in: mongoose.trusted({ $ne: messageId }) },
    {
      $inc: { times: 1 },
      $push: { asked_in: { $each: [messageId], $slice: -MESSAGES_REMEMBERED } },
      $set: { last_asked_at: now, lead_id: leadId },
    },
  );
  if (modifiedCount > 0) await UnansweredQuestion.updateOne({ _id, state: 'answered' }, { $set: { state: 'open' } });
}
