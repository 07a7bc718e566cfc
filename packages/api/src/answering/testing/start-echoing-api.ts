import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { replyOutput, understandingOutput } from './model-outputs.ts';

export interface EchoingApi {
  url: string;
  /** Bodies as they came. */
  requests: string[];
  close(): Promise<void>;
}

interface Asked {
  system: string;
  messages: { content: string }[];
}

/** Writes from nothing but the facts it was shown, so that a fact of somebody else's would come out again. */
function answerTo({ system, messages }: Asked): unknown {
  if (system.startsWith('You read one message')) return understandingOutput();
  const shown = messages.map(({ content }) => content).join('\n');
  const title = /"title":"([^"]+)"/.exec(shown)?.[1] ?? 'bilen';
  const price = /"price":"([^"]+)"/.exec(shown)?.[1] ?? '';
  const reply = `Hei, ${title} er fortsatt til salgs og koster ${price}. Svar gjerne her hvis du vil vite mer om den.`;
  return replyOutput(reply);
}

/** A Messages API that answers each request from that request's own facts, the later ones sooner. */
export async function startEchoingApi(): Promise<EchoingApi> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    requests.push(body);
    const text = JSON.stringify(answerTo(JSON.parse(body) as Asked));
    const message = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'test',
      content: [{ type: 'text', text, citations: null }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: 10, output_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
    };
    // Answers overtake one another, as they do.
    const delayMs = (requests.length * 7) % 40;
    setTimeout(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(message)),
      delayMs,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
