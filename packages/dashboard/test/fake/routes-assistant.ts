import type { Message } from '@norvalt/sdk';
import { makeTrial, makeUsage } from './assistant.ts';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

function changeDraft(context: Context, update: (message: Message) => Partial<Message>): Reply {
  const [leadId = '', messageId] = context.parameters;
  const message = context.api.state.messages.get(leadId)?.find(({ id }) => id === messageId);
  if (!message) throw new Problem(404, 'not_found');
  if (message.state !== 'draft') throw new Problem(409, 'conflict', [], 'It is no draft any more.');
  Object.assign(message, update(message));
  return { body: message };
}

function approve(context: Context): Reply {
  const { text, subject } = context.body as { text?: string; subject?: string };
  return changeDraft(context, (message) => ({
    text: text ?? message.text,
    subject: subject ?? message.subject,
    edited: text !== undefined,
    approved_by: 'Anne Lie',
    state: 'sent',
    state_reason: null,
  }));
}

let made = 0;

function withId(question: object) {
  made += 1;
  return { id: fakeId('qst', made), wording: {}, ...question };
}

export const assistantRoutes: Route[] = [
  { method: 'GET', pattern: /^\/v1\/assistant$/, handle: ({ api }) => ({ body: api.state.assistant }) },
  {
    method: 'PATCH',
    pattern: /^\/v1\/assistant$/,
    handle: ({ api, body }) => {
      const { budget, questions, ...rest } = body as { budget?: object; questions?: object[] };
      Object.assign(api.state.assistant, rest);
      Object.assign(api.state.assistant.budget, budget);
      if (questions)
        Object.assign(api.state.assistant, {
          questions: questions.map(withId),
        });
      return { body: api.state.assistant };
    },
  },
  {
    method: 'POST',
    pattern: /^\/v1\/assistant\/try$/,
    handle: ({ body }) => ({ body: makeTrial(Object.hasOwn(body as object, 'settings')) }),
  },
  {
    method: 'GET',
    pattern: /^\/v1\/usage$/,
    handle: ({ query }) => ({ body: makeUsage(query.get('month') ?? new Date().toISOString().slice(0, 7)) }),
  },
  {
    method: 'POST',
    pattern: /^\/v1\/leads\/[^/]+\/suggestion$/,
    handle: () => ({
      body: {
        ...{ text: 'Hei. Den er ledig og koster 489 000 kr.', subject: 'Volvo XC60', language: 'nb' },
        ...{ written_by: 'rules', claims: [], unanswered: [], fallback_reason: 'no model configured' },
      },
    }),
  },
  {
    method: 'POST',
    pattern: /^\/v1\/leads\/[^/]+\/rewrite$/,
    handle: ({ body }) => ({
      body:
        (body as { task: string }).task === 'shorten'
          ? { text: 'Hei. Den er ledig.', written_by: 'rules' }
          : { text: 'Hi. It is available.', written_by: 'model' },
    }),
  },
  {
    method: 'POST',
    pattern: /^\/v1\/leads\/[^/]+\/summary$/,
    handle: () => ({ body: { text: null, points: [{ label: 'Budget', text: '500 000 kr' }], written_by: 'rules' } }),
  },
  { method: 'POST', pattern: /^\/v1\/leads\/([^/]+)\/messages\/([^/]+)\/approve$/, handle: approve },
  {
    method: 'POST',
    pattern: /^\/v1\/leads\/([^/]+)\/messages\/([^/]+)\/discard$/,
    handle: (context) =>
      changeDraft(context, () => ({ state: 'cancelled', state_reason: 'Anne Lie threw the draft away' })),
  },
];
