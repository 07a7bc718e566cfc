import { z } from 'zod';

/** What the main model answers with; `reply` is the body without greeting card formalities of a signature. */
export const replySchema = z.object({
  reply: z.string().describe('Greeting and two to four sentences, plain text.'),
  sources: z.array(z.string()).describe('Ids of the facts the reply rests on.'),
  vehicle_ids: z.array(z.string()).describe('Ids of the vehicles the reply names.'),
  asks_human: z.boolean().describe('The customer should be helped by a person.'),
  unanswered: z.array(z.string()).describe('Questions of the customer that the facts do not answer.'),
});

export type ModelReply = z.infer<typeof replySchema>;
