import type { KnowledgeEntry, KnowledgeHit, KnowledgeSummary, UnansweredQuestion } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import type { Route } from './routes.ts';

const now = () => new Date().toISOString();

function makeEntry(number: number, fields: Partial<KnowledgeEntry>): KnowledgeEntry {
  return {
    id: fakeId('kno', number),
    kind: 'faq',
    origin: 'written',
    title: '',
    text: '',
    language: 'nb',
    category: null,
    translations: [],
    valid_from: null,
    valid_to: null,
    enabled: true,
    file_name: null,
    pages: null,
    url: null,
    fetched_at: null,
    version: 1,
    changed_by: 'Anne Berg',
    created_at: now(),
    updated_at: now(),
    ...fields,
  };
}

/** A question that was asked twice, with what a colleague answered. */
export function makeQuestion(leadId: string): UnansweredQuestion {
  return {
    id: fakeId('kqn', 1),
    question: 'Har dere barnesete til utlån?',
    language: 'nb',
    times: 2,
    lead_id: leadId,
    first_asked_at: now(),
    last_asked_at: now(),
    suggestion: { title: 'Har dere barnesete til utlån?', text: 'Ja, vi har to.' },
  };
}

function summarise({ text, translations, pages, fetched_at, created_at, ...entry }: KnowledgeEntry): KnowledgeSummary {
  const languages = [entry.language, ...translations.map(({ language }) => language)];
  return { ...entry, excerpt: text.slice(0, 200), characters: text.length, languages };
}

const one = ({ api, parameters }: Context) => api.state.knowledge.find(({ id }) => id === parameters[0]);

function add({ api }: Context, fields: Partial<KnowledgeEntry>): Reply {
  const entry = makeEntry(1 + api.state.knowledge.length, fields);
  api.state.knowledge.unshift(entry);
  return { status: 201, body: entry };
}

function list(context: Context): Reply {
  const { api, query } = context;
  const kind = query.get('kind');
  const entries = api.state.knowledge.filter((entry) => kind === null || entry.kind === kind);
  const categories = [...new Set(api.state.knowledge.flatMap(({ category }) => category ?? []))];
  const page = pageOf(entries.map(summarise), query);
  return { body: { ...page, categories: categories.map((name) => ({ name, entries: 1 })) } };
}

function update(context: Context): Reply {
  const entry = one(context);
  if (!entry) return { status: 404 };
  Object.assign(entry, context.body, { version: entry.version + 1 });
  return { body: entry };
}

function search({ api }: Context): Reply {
  const data = api.state.knowledge.map((entry, index): KnowledgeHit => {
    const { id, kind, title, text, language } = entry;
    return { entry_id: id, kind, title, text, language, score: index === 0 ? 0.9 : 0.1, used: index === 0 };
  });
  return { body: { data, threshold: 0.35, language: 'nb' } };
}

function answer(context: Context): Reply {
  const { api, body } = context;
  api.state.unanswered = [];
  return add(context, body as Partial<KnowledgeEntry>);
}

const entry = /^\/v1\/knowledge\/entries\/(\w+)$/;

export const knowledgeRoutes: Route[] = [
  { method: 'GET', pattern: /^\/v1\/knowledge\/entries$/, handle: list },
  { method: 'POST', pattern: /^\/v1\/knowledge\/entries$/, handle: (context) => add(context, context.body as object) },
  {
    method: 'GET',
    pattern: entry,
    handle: (context) => {
      const found = one(context);
      return found ? { body: found } : { status: 404 };
    },
  },
  { method: 'PATCH', pattern: entry, handle: update },
  {
    method: 'DELETE',
    pattern: entry,
    handle: ({ api, parameters }) => {
      api.state.knowledge = api.state.knowledge.filter(({ id }) => id !== parameters[0]);
      return { status: 204 };
    },
  },
  { method: 'POST', pattern: /^\/v1\/knowledge\/search$/, handle: search },
  {
    method: 'GET',
    pattern: /^\/v1\/knowledge\/unanswered$/,
    handle: ({ api, query }) => ({ body: pageOf(api.state.unanswered, query) }),
  },
  { method: 'POST', pattern: /^\/v1\/knowledge\/unanswered\/(\w+)\/answer$/, handle: answer },
];
