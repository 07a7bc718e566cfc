import { randomUUID } from 'node:crypto';
import type { components } from '../src/generated/openapi.ts';
import type { Answer, Client } from './client.ts';
import { EventReader } from './event-reader.ts';
import type { Person, TestApp } from './start-test-app.ts';

type Schemas = components['schemas'];
type ChatMessage = Schemas['ChatMessage'];
type ChatSession = Schemas['ChatSession'];

export const ORIGIN = 'https://dealer.example';

/** What a chat's stream has told, as it came. */
export class ChatReader {
  readonly #reader: EventReader;

  constructor(reader: EventReader) {
    this.#reader = reader;
  }

  get #events(): Schemas['ChatEvent'][] {
    return this.#reader.events as unknown as Schemas['ChatEvent'][];
  }
  get messages(): ChatMessage[] {
    return this.#events.flatMap((event) => (event.type === 'message' ? [event.data] : []));
  }
  /** What was told of the chat last. */
  get session(): ChatSession | undefined {
    return this.#events.flatMap((event) => (event.type === 'session' ? [event.data] : [])).at(-1);
  }
  get comments(): string[] {
    return this.#reader.comments;
  }
  get texts(): string[] {
    return this.messages.map((message) => message.text);
  }
  until(condition: () => boolean): Promise<void> {
    return this.#reader.until(condition);
  }
  close(): void {
    this.#reader.close();
  }
}

/** The visitor of a web site, in a chat of their own. */
export class ChatVisitor {
  readonly #app: TestApp;
  token: string;
  readonly session: ChatSession;

  private constructor(app: TestApp, opened: Schemas['ChatOpened']) {
    this.#app = app;
    this.token = opened.token;
    this.session = opened.session;
  }

  /** Opens a chat with a publishable key, as a page on `ORIGIN` does. */
  static async open(app: TestApp, key: string, opening: Schemas['ChatOpening'] = {}): Promise<ChatVisitor> {
    const answer = await app.as(key).post<Schemas['ChatOpened']>('/v1/chat/sessions', opening, { origin: ORIGIN });
    if (answer.status !== 201) throw new Error(`opening a chat answered ${answer.status}: ${answer.text}`);
    return new ChatVisitor(app, answer.body);
  }

  get client(): Client {
    return this.#app.as(this.token);
  }

  /** Writes a message and waits until it is worked on. */
  async say(
    text: string,
    clientId: string = randomUUID(),
    more: { asks_for_person?: boolean } = {},
  ): Promise<Answer<ChatMessage>> {
    const body = { client_id: clientId, text, ...more };
    const answer = await this.client.post<ChatMessage>('/v1/chat/session/messages', body);
    await this.#app.services.background.idle();
    return answer;
  }

  async read(after = 0): Promise<Schemas['ChatTranscript']> {
    return (await this.client.get<Schemas['ChatTranscript']>(`/v1/chat/session?after=${after}`)).body;
  }

  /** Follows the chat from behind a position. */
  async follow(lastEventId?: number, url = this.#app.url): Promise<ChatReader> {
    const id = lastEventId === undefined ? undefined : String(lastEventId);
    return new ChatReader(await EventReader.open(url, this.token, id, '/v1/chat/session/events'));
  }
}

/** The leads of a dealership, newest first. */
export async function leadsOf(person: Pick<Person, 'client'>): Promise<Schemas['Lead'][]> {
  return (await person.client.get<Schemas['LeadList']>('/v1/leads')).body.data;
}
