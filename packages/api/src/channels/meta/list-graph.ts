import type { GraphFailure } from './classify-graph-answer.ts';
import type { GraphClient } from './graph-client.ts';

const MAX_PAGES = 100;
const PER_PAGE = '100';

/** Reads a list of the Graph API to its end, or tells why it cannot be read. */
export async function listGraph(
  graph: GraphClient,
  path: string,
  parameters: Record<string, string>,
  token: string,
): Promise<{ items: Record<string, unknown>[] } | GraphFailure> {
  const items: Record<string, unknown>[] = [];
  let cursor: Record<string, string> = {};
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await graph.get(path, { ...parameters, ...cursor, limit: PER_PAGE }, token);
    if (answer.kind !== 'ok') return answer;
    const { data, paging } = answer.body as {
      data?: unknown;
      paging?: { next?: unknown; cursors?: { after?: unknown } };
    };
    if (Array.isArray(data)) items.push(...data.map((item) => Object(item) as Record<string, unknown>));
    const next = paging?.cursors?.after;
    if (paging?.next === undefined || typeof next !== 'string') return { items };
    cursor = { after: next };
  }
  return { kind: 'refused', reason: `More than ${MAX_PAGES} pages in ${path.split('/')[1]}`, code: null };
}
