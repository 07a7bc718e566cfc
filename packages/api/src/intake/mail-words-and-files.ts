import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { keepAttachments } from '../features/attachments/keep-attachments.ts';
import type { MailPayload } from './mail-payload.ts';
import type { Worked } from './take-in-arrival.ts';

/** What the customer wrote; of a mail that is nothing but files, their names. */
export function wordsOf(text: string, payload: MailPayload): string {
  if (text.trim() !== '' || payload.attachments.length === 0) return text;
  return `[${payload.attachments.map((attachment) => attachment.name).join(', ')}]`;
}

/** The files of a mail as an enquiry or an answer carries them. */
export function filesOf(payload: MailPayload) {
  return { attachments: payload.attachments, attachmentsLeftOut: payload.attachmentsLeftOut ?? 0 };
}

/** The files of a mail belong to what it became before the arrival counts as done. */
export function withFiles(arrival: ArrivalRecord, worked: Worked): Worked {
  return {
    ...worked,
    finish: async () => {
      await keepAttachments(arrival, worked.leadId);
      await worked.finish();
    },
  };
}
