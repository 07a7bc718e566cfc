import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnthropicProvider } from './create-anthropic-provider.ts';
import { createReplyRequest } from './testing/create-reply-request.ts';
import { createTestBudget } from './testing/create-test-budget.ts';
import { replyOutput, understandingOutput } from './testing/model-outputs.ts';
import { enyaq, dealership as sample, volvo } from './testing/sample-stock.ts';
import {
  type FakeAnswer,
  type FakeMessagesApi,
  type RecordedRequest,
  startMessagesApi,
} from './testing/start-messages-api.ts';
import type { AnsweringDeps, ReplyRequest } from './types.ts';
import { understandEnquiry } from './understand-enquiry.ts';
import { writeReply } from './write-reply.ts';

const calls = 500;

/** Writes from nothing but the facts it was shown, so that a fact of somebody else's would come out again. */
function echo({ system, messages }: RecordedRequest['body'], count: number): FakeAnswer {
  const shown = messages.map(({ content }) => content).join('\n');
  const title = /"title":"([^"]+)"/.exec(shown)?.[1] ?? 'bilen';
  const price = /"price":"([^"]+)"/.exec(shown)?.[1] ?? '';
  const reply = `Hei, ${title} er fortsatt til salgs og koster ${price}. Svar gjerne her hvis du vil vite mer om den.`;
  const output = system.startsWith('You read one message') ? understandingOutput() : replyOutput(reply);
  // Answers overtake one another, as they do.
  return { kind: 'text', text: JSON.stringify(output), delayMs: (count * 7) % 40 };
}

let api: FakeMessagesApi;
beforeAll(async () => {
  api = await startMessagesApi(echo);
});
afterAll(() => api.close());

interface Tenant {
  canary: string;
  name: string;
}

/** Everything a dealership owns bears its mark: its name, its cars, its customer's words and address. */
function requestOf({ canary, name }: Tenant, index: number): ReplyRequest {
  const dealership = { ...sample, id: `deal_${canary}`, name, assistantName: `Frida${canary}` };
  const car = { ...volvo, id: `veh_${canary}_${index}`, variant: canary, title: `Volvo XC60 ${canary}` };
  const other = { ...enyaq, id: `veh_other_${canary}`, variant: canary, title: `Skoda Enyaq ${canary}` };
  const text = `Hei, er ${canary} ledig, og hva koster den? Spørsmål nummer ${index}`;
  return createReplyRequest(text, { dealership, alternatives: [other], customerName: `Kari ${canary}` }, car);
}

it('never shows one dealership, or its customers, anything of another in 500 answers at once', async () => {
  const model = createAnthropicProvider({
    apiKey: 'test',
    baseUrl: api.url,
    fastModel: 'fast',
    mainModel: 'main',
    timeoutMs: 20_000,
  });
  const deps: AnsweringDeps = { model, budget: createTestBudget(), now: () => new Date() };
  const tenants: readonly [Tenant, Tenant] = [
    { canary: 'Kestrel', name: 'Kestrel Bil' },
    { canary: 'Osprey', name: 'Osprey Bil' },
  ];
  const answers = await Promise.all(
    Array.from({ length: calls }, async (_, index) => {
      const own = tenants[index % 2 === 0 ? 0 : 1];
      const foreign = tenants[index % 2 === 0 ? 1 : 0];
      const request = requestOf(own, index);
      const [turn] = request.conversation;
      const understanding = await understandEnquiry(
        {
          channel: 'email',
          text: turn?.text ?? '',
          subject: own.canary,
          fromName: `Kari ${own.canary}`,
          fromEmail: `kari@${own.canary.toLowerCase()}.example`,
          fromPhone: null,
          vehicleInterest: null,
          declaredLanguage: null,
          vehicle: request.vehicle,
        },
        request.dealership,
        deps,
      );
      const reply = await writeReply({ ...request, understanding }, deps);
      return { own, foreign, said: JSON.stringify({ understanding, reply }) };
    }),
  );
  expect(answers.filter(({ said, foreign }) => said.includes(foreign.canary))).toEqual([]);
  expect(answers.filter(({ said, own }) => !said.includes(own.canary))).toEqual([]);
  const bodies = api.requests.map(({ body }) => JSON.stringify(body));
  const mixed = bodies.filter((body) => tenants.every(({ canary }) => body.includes(canary)));
  expect(mixed).toEqual([]);
  expect(api.requests.length).toBeGreaterThan(calls);
}, 60_000);
