import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers: with this text as the reply, or not as one would wish. */
export type Mood = { reply: string } | 'overloaded' | 'garbage' | 'silent';

/** A small server that speaks as much of the Messages API as a client needs; it counts what it is asked. */
export class MessagesApi {
  mood: Mood = 'silent';
  asked = 0;
  readonly #server = createServer((request, response) => {
    this.asked += 1;
    request.resume();
    request.once('end', () => this.#answer(response));
  });

  static async start(): Promise<MessagesApi> {
    const api = new MessagesApi();
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #answer(response: ServerResponse): void {
    if (this.mood === 'silent') return;
    if (this.mood === 'overloaded') {
      const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
      response.writeHead(529, { 'content-type': 'application/json' }).end(JSON.stringify(error));
      return;
    }
    const text =
      this.mood === 'garbage'
        ? 'Sure! Here is the reply you asked for: {"reply": "Hei'
        : JSON.stringify({ reply: this.mood.reply, sources: [], vehicle_ids: [], asks_human: false, unanswered: [] });
    const message = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'a-model',
      content: [{ type: 'text', text }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: 900, output_tokens: 80 },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(message));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
