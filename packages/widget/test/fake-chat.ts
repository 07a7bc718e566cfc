import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatConfig, ChatEvent, ChatMessage, ChatOpening, ChatSession } from '../src/chat/contract.ts';

/** What happens to a message instead of an ordinary answer; `lose answer` stores it and cuts the connection. */
type ChatFault = 'drop' | 'lose answer' | { status: number; headers?: Record<string, string>; code?: string };

/** The dealership's chat of the tests, answered by its assistant. */
export const assistantsChat: ChatConfig = {
  enabled: true,
  dealership_name: 'Fjord Bil',
  assistant_name: 'Frida',
  greeting: null,
  answered_by: 'assistant',
  open: true,
  opens_at: null,
  theme: { accent: '#0b5d57' },
};

/** The chat operations of the contract, for one visitor, with the colleague's side in the hands of a test. */
export class FakeChat {
  config: ChatConfig = assistantsChat;
  session: ChatSession;
  messages: ChatMessage[] = [];
  openings: ChatOpening[] = [];
  /** What the visitor's browser told besides messages: `typing true`, `read 3`, `close`. */
  signals: string[] = [];
  /** Answers of the next attempts to write. */
  faults: ChatFault[] = [];
  attempts: { client_id: string; text: string; asks_for_person?: boolean }[] = [];
  /** Where each stream that was opened began. */
  resumedAt: string[] = [];
  #token = 0;
  #session = 0;
  readonly #streams = new Set<ServerResponse>();

  constructor() {
    this.session = this.#newSession();
  }

  /** The token that is good now. */
  get token(): string {
    return `ct_${this.#token}`;
  }

  /** Makes the token that the visitor has run out. */
  expire(): void {
    this.#token += 1;
  }

  /** Breaks every stream off. */
  cut(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  /** Says something to the visitor. */
  answer(
    text: string,
    from: 'assistant' | 'human' = 'assistant',
    name = from === 'human' ? 'Siri Berg' : 'Frida',
  ): void {
    this.#add({ client_id: null, from, name, text });
  }

  /** Changes what is known of the chat. */
  change(changes: Partial<ChatSession>): void {
    Object.assign(this.session, changes);
    this.#tell(this.#sessionEvent());
  }

  /** Answers a request below `/v1/chat`. */
  async handle(path: string, request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const answer = (status: number, content: object = {}, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(content));
    if (path === '') return void answer(200, this.config);
    if (path === '/sessions') {
      if (!this.config.enabled) return void answer(409, { code: 'conflict' });
      this.openings.push(JSON.parse(body));
      this.#session += 1;
      this.#token += 1;
      this.messages = [];
      this.session = this.#newSession();
      return void answer(201, { token: this.token, expires_in: 3600, session: this.session });
    }
    const token = request.headers.authorization?.slice('Bearer '.length);
    if (path === '/session/token') {
      if (token === 'ct_over') return void answer(401, { code: 'session_ended' });
      return void answer(200, { token: this.token, expires_in: 3600, session: this.session });
    }
    if (token !== this.token) return void answer(401, { code: 'unauthorized' });
    if (path === '/session/events') return this.#stream(request, response);
    if (path === '/session/messages') return this.#write(JSON.parse(body), request, answer);
    if (request.method === 'PATCH') {
      const said = JSON.parse(body);
      if (said.email?.includes('wrong')) return void answer(400, { code: 'invalid_request' });
      this.change({ contact: { ...this.session.contact, ...said } });
      return void answer(200, this.session);
    }
    const [name, value] = [path.slice('/session/'.length), Object.values(JSON.parse(body || '{}'))[0]];
    this.signals.push(value === undefined ? name : `${name} ${value}`);
    response.writeHead(204).end();
    if (name === 'close') this.change({ closed_at: new Date().toISOString() });
  }

  #write(
    said: { client_id: string; text: string },
    request: IncomingMessage,
    answer: (status: number, content: object, headers?: Record<string, string>) => void,
  ): void {
    this.attempts.push(said);
    const fault = this.faults.shift();
    if (fault === 'drop') return void request.socket.destroy();
    if (typeof fault === 'object') return void answer(fault.status, { code: fault.code ?? 'problem' }, fault.headers);
    const known = this.messages.find(({ client_id }) => client_id === said.client_id);
    const message = known ?? this.#add({ ...said, from: 'visitor', name: null });
    if (fault) return void request.socket.destroy();
    answer(201, message);
  }

  #add(message: Pick<ChatMessage, 'client_id' | 'from' | 'name' | 'text'>): ChatMessage {
    const position = this.messages.length + 1;
    const placed = {
      id: `msg_${this.#session}_${position}`,
      position,
      sent_at: '2026-11-20T10:04:00.000Z',
      ...message,
    };
    this.messages.push(placed);
    this.#tell({ id: `${position}`, type: 'message', data: placed });
    return placed;
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    const after = String(request.headers['last-event-id']);
    this.resumedAt.push(after);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': connected\n\n');
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    for (const data of this.messages.slice(Number(after)))
      this.#send(response, { id: `${data.position}`, type: 'message', data });
    this.#send(response, this.#sessionEvent());
  }

  #sessionEvent(): ChatEvent {
    return { id: `${this.messages.length}`, type: 'session', data: this.session };
  }

  #tell(event: ChatEvent): void {
    for (const stream of this.#streams) this.#send(stream, event);
  }

  #send(stream: ServerResponse, event: ChatEvent): void {
    stream.write(`id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  #newSession(): ChatSession {
    return {
      id: `cht_${this.#session}`,
      answered_by: this.config.answered_by,
      typing: null,
      contact: { name: null, email: null, phone: null },
      read_by_dealership: 0,
      closed_at: null,
    };
  }
}
