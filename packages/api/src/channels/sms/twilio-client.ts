import { classifyAnswer, readJsonObject, textOf } from '../classify-answer.ts';
import { PROVIDER_CLOCK_SKEW_MS } from '../provider-clock-skew.ts';
import { type ProviderAnswer, requestProvider } from '../provider-request.ts';
import { ProviderUnavailable, type SendResult } from '../send-result.ts';

export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  /** A number, an alphanumeric sender, or a messaging service (`MG…`). */
  from: string;
  /** `https://api.twilio.com`. */
  baseUrl: string;
  timeoutMs: number;
}

export interface OutgoingSms {
  sendKey: string;
  /** E.164. */
  to: string;
  text: string;
  /** Where Twilio reports what became of it; `null` where it could not reach us. */
  statusUrl: string | null;
}

export interface TwilioClient {
  /** Sends one SMS to one number; never rejects. */
  send(sms: OutgoingSms): Promise<SendResult>;
  /**
   * The ids of the messages with this text to this number that Twilio has since then, whatever became of them.
   * @throws {ProviderUnavailable} it could not be asked
   */
  findSent(query: { to: string; text: string; since: Date }): Promise<string[]>;
}

// https://www.twilio.com/docs/api/errors: what these codes say about the message, whatever the HTTP status.
const codes = new Map<number, SendResult>([
  [21610, { state: 'failed', reason: 'opted_out' }],
  [21211, { state: 'failed', reason: 'number_invalid' }],
  [21614, { state: 'failed', reason: 'not_a_mobile_number' }],
  [21408, { state: 'reconnect', reason: 'country_not_enabled' }],
  [21606, { state: 'reconnect', reason: 'sender_invalid' }],
  [21659, { state: 'reconnect', reason: 'sender_invalid' }],
  [21212, { state: 'reconnect', reason: 'sender_invalid' }],
  [21611, { state: 'retry', reason: 'queue_full' }],
]);

const mostMessages = 200;

/** Sends by Twilio's messaging API. The library builds the requests; our transport tells sent from not sent. */
export function createTwilioClient(settings: TwilioSettings): TwilioClient {
  const sender = settings.from.startsWith('MG') ? { messagingServiceSid: settings.from } : { from: settings.from };
  return {
    async send({ to, text, sendKey, statusUrl }) {
      if (!/^\+[1-9]\d{6,14}$/.test(to)) return { state: 'failed', reason: 'number_invalid' };
      const { client, answers } = await connect(settings, sendKey);
      await client.messages
        .create({ to, body: text, ...sender, ...(statusUrl === null ? {} : { statusCallback: statusUrl }) })
        .catch(() => undefined);
      const answer = answers[0];
      if (!answer) return { state: 'failed', reason: 'message refused by the client' };
      return classifyAnswer(answer, {
        sentId: (body) => textOf(readJsonObject(body).sid),
        refusal: (body) => textOf(readJsonObject(body).message),
        special: (body) => codes.get(Number(readJsonObject(body).code)) ?? null,
      });
    },

    async findSent({ to, text, since }) {
      const { client, answers } = await connect(settings, null);
      // Not by date sent: what still waits in Twilio's queue has none.
      const messages = await client.messages.list({ to, limit: mostMessages, pageSize: mostMessages }).catch(() => {
        const answer = answers.at(-1);
        throw new ProviderUnavailable(
          answer?.kind === 'answer' ? `http_${answer.status}` : (answer?.reason ?? 'no_answer'),
        );
      });
      const earliest = since.getTime() - PROVIDER_CLOCK_SKEW_MS;
      return messages
        .filter(
          ({ body, dateCreated, direction }) =>
            direction !== 'inbound' && dateCreated.getTime() >= earliest && sameText(body, text),
        )
        .map(({ sid }) => sid);
    },
  };
}

/** What Twilio puts in front of every text of a trial account. */
const TRIAL = /^Sent from your Twilio trial account - /;

/** Line ends may come back changed. */
function sameText(theirs: string, ours: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plain(theirs.replace(TRIAL, '')) === plain(ours);
}

/** A client of the twilio package whose requests go through our transport, and the answers they got. */
async function connect(settings: TwilioSettings, sendKey: string | null) {
  const { default: twilio } = await import('twilio');
  const answers: ProviderAnswer[] = [];
  class Transport extends twilio.RequestClient {
    override async request<Data>(options: RequestOptions): Promise<TwilioResponse<Data>> {
      const answer = await exchange(settings, options, sendKey);
      answers.push(answer);
      if (answer.kind !== 'answer') throw new ProviderUnavailable(answer.reason);
      return { statusCode: answer.status, body: readJsonObject(answer.body) as Data, headers: answer.headers };
    }
  }
  const client = twilio(settings.accountSid, settings.authToken, { httpClient: new Transport() });
  return { client, answers };
}

type RequestOptions = Parameters<InstanceType<typeof import('twilio')['RequestClient']>['request']>[0];
interface TwilioResponse<Data> {
  statusCode: number;
  body: Data;
  headers: unknown;
}

function exchange(settings: TwilioSettings, options: RequestOptions, sendKey: string | null): Promise<ProviderAnswer> {
  const target = new URL(options.uri);
  const url = new URL(`${settings.baseUrl.replace(/\/$/, '')}${target.pathname}${target.search}`);
  for (const [name, value] of formOf(options.params)) url.searchParams.append(name, value);
  const { username = '', password = '' } = options;
  const isPost = options.method === 'post';
  return requestProvider({
    method: options.method.toUpperCase(),
    url,
    headers: {
      Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      Accept: 'application/json',
      ...(isPost ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      // Twilio does not promise to honour it, so nothing here relies on it.
      ...(sendKey ? { 'I-Twilio-Idempotency-Token': encodeURIComponent(sendKey) } : {}),
    },
    body: isPost ? Buffer.from(formOf(options.data).toString()) : null,
    timeoutMs: settings.timeoutMs,
  });
}

function formOf(values: unknown): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(values ?? {})) {
    for (const item of [value].flat()) if (item !== undefined && item !== null) form.append(name, String(item));
  }
  return form;
}
