import { type Received, type Reply, StubServer } from './stub-server.ts';

/** A Messages API whose every answer is the text of `says`, which may be anything. */
export class AnthropicStub extends StubServer {
  asked = 0;
  /** What the model writes; a reply that fits the schema by default. */
  says = JSON.stringify({ reply: '', sources: [], vehicle_ids: [], asks_human: true, unanswered: [] });
  stopReason = 'end_turn';

  protected override isOrder({ method }: Received): boolean {
    if (method === 'POST') this.asked += 1;
    return method === 'POST';
  }

  protected override answer(): Reply {
    return {
      status: 200,
      body: {
        id: `msg_${this.asked}`,
        type: 'message',
        role: 'assistant',
        model: 'a-model',
        content: [{ type: 'text', text: this.says }],
        stop_reason: this.stopReason,
        stop_sequence: null,
        usage: { input_tokens: 900, output_tokens: 80 },
      },
    };
  }
}
