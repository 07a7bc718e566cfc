import type { ChatEvent } from './contract.ts';

/** Gives the events of a server-sent stream as they come; ends with the stream. `onSign` hears of every sign of life. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onSign: () => void,
): AsyncGenerator<ChatEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let rest = ''; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.+)/m.exec(block)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
}
