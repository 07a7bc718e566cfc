import type { Answer } from './client.ts';
import type { TestApp } from './start-test-app.ts';
import { type MailFields, mailRoute, signedMail } from './work.ts';

/** A file as a Mailgun route posts it. */
export interface PostedFile {
  name: string;
  type?: string;
  content: Uint8Array<ArrayBuffer> | string;
}

interface Posted extends MailFields {
  files: readonly PostedFile[];
  /** Fields on top of those of every mail. */
  fields?: Record<string, string>;
}

/** The form that a Mailgun route posts for a mail with files. */
export function mailForm(app: TestApp, { files, fields = {}, ...mail }: Posted): FormData {
  const form = new FormData();
  const all = { ...signedMail(mail, app.clock.now()), 'attachment-count': String(files.length), ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  files.forEach(({ name, type = 'application/octet-stream', content }, index) => {
    form.append(`attachment-${index + 1}`, new Blob([content], { type }), name);
  });
  return form;
}

/** Posts it and waits until it is worked on. */
export async function postMailForm(
  app: TestApp,
  dealershipId: string,
  form: FormData,
): Promise<Answer<{ status: string; code?: string }>> {
  const answer = await app.as(null).post<{ status: string; code?: string }>(await mailRoute(dealershipId), form);
  await app.services.background.idle();
  return answer;
}
