import type Mailgun from 'mailgun.js';
import { classifyAnswer, readJsonObject, textOf } from '../classify-answer.ts';
import { PROVIDER_CLOCK_SKEW_MS } from '../provider-clock-skew.ts';
import { type ProviderAnswer, requestProvider } from '../provider-request.ts';
import { ProviderUnavailable, type SendResult } from '../send-result.ts';
import { mailEnvelope, mailHeaders, type OutgoingMail, UnsendableMail } from './outgoing-mail.ts';

export interface MailgunSettings {
  apiKey: string;
  /** The sending domain. */
  domain: string;
  /** `https://api.mailgun.net` or `https://api.eu.mailgun.net`. */
  baseUrl: string;
  timeoutMs: number;
}

export interface MailgunClient {
  /** Sends one mail to one recipient; never rejects. */
  send(mail: OutgoingMail): Promise<SendResult>;
  /**
   * Whether Mailgun has seen a Message-ID since then, from its event log.
   * @throws {ProviderUnavailable} it could not be asked
   */
  findSent(messageId: string, since: Date): Promise<'found' | 'not_found'>;
}

type Client = ReturnType<InstanceType<typeof Mailgun>['client']>;

/** Sends by Mailgun's HTTP API. The library builds the requests; our transport tells sent from not sent. */
export function createMailgunClient(settings: MailgunSettings): MailgunClient {
  return {
    async send(mail) {
      try {
        const form = mailForm(mail);
        const answer = await exchange(settings, (client) => client.messages.create(settings.domain, form));
        return classifyAnswer(answer, {
          sentId: (body) => textOf(readJsonObject(body).id),
          refusal: (body) => textOf(readJsonObject(body).message),
        });
      } catch (error) {
        return {
          state: 'failed',
          reason: error instanceof UnsendableMail ? error.message : 'mail refused by the client',
        };
      }
    },

    async findSent(messageId, since) {
      const bareId = messageId.replace(/^<|>$/g, '');
      const begin = String(Math.floor((since.getTime() - PROVIDER_CLOCK_SKEW_MS) / 1000));
      const query = new URLSearchParams({ 'message-id': bareId, begin, ascending: 'yes', limit: '100' });
      const answer = await exchange(settings, (client) => client.request.get(`/v3/${settings.domain}/events?${query}`));
      if (answer.kind !== 'answer') throw new ProviderUnavailable(answer.reason);
      const { items } = readJsonObject(answer.body);
      if (answer.status !== 200 || !Array.isArray(items)) throw new ProviderUnavailable(`http_${answer.status}`);
      return items.some((item) => eventMessageId(item) === bareId) ? 'found' : 'not_found';
    },
  };
}

function mailForm(mail: OutgoingMail) {
  const headers = Object.entries(mailHeaders(mail)).map(([name, value]) => [`h:${name}`, value]);
  const attachment = (mail.attachments ?? []).map(({ name, contentType, content }) => ({
    filename: name,
    // The type of a Blob is what the library keeps; a Buffer would go out as octets.
    data: new Blob([content], { type: contentType }),
  }));
  return {
    ...mailEnvelope(mail),
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    ...(attachment.length > 0 ? { attachment } : {}),
    ...Object.fromEntries(headers),
    'v:send_key': mail.sendKey,
    'v:dealership': mail.dealershipId,
    'o:tracking': 'no',
  };
}

/** Lets mailgun.js make one request by our transport and gives the answer as it came, which the library does not. */
async function exchange(
  settings: MailgunSettings,
  call: (client: Client) => Promise<unknown>,
): Promise<ProviderAnswer> {
  const { default: MailgunJs } = await import('mailgun.js');
  const client = new MailgunJs(FormData).client({ username: 'api', key: settings.apiKey, url: settings.baseUrl });
  const answers: ProviderAnswer[] = [];
  client.request.requestProvider = {
    async makeRequest(address, method, options) {
      const answer = await send(settings, new URL(address), method, options);
      answers.push(answer);
      return { status: answer.kind === 'answer' ? answer.status : 0, body: {} };
    },
    setSubAccountHeader() {},
    resetSubAccountHeader() {},
  };
  await call(client);
  const answer = answers[0];
  if (!answer) throw new Error('mailgun.js made no request');
  return answer;
}

async function send(settings: MailgunSettings, url: URL, method: string, options: unknown): Promise<ProviderAnswer> {
  const { data } = (options ?? {}) as { data?: unknown };
  const form = data instanceof FormData ? new Response(data) : null;
  const contentType = form?.headers.get('content-type');
  return requestProvider({
    method,
    url,
    headers: {
      Authorization: `Basic ${Buffer.from(`api:${settings.apiKey}`).toString('base64')}`,
      Accept: 'application/json',
      ...(contentType ? { 'Content-Type': contentType } : {}),
    },
    body: form ? Buffer.from(await form.arrayBuffer()) : null,
    timeoutMs: settings.timeoutMs,
  });
}

function eventMessageId(item: unknown): unknown {
  const { message } = (item ?? {}) as { message?: { headers?: Record<string, unknown> } };
  return message?.headers?.['message-id'];
}
