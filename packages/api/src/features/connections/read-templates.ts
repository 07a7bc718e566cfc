import type { GraphFailure } from '../../channels/meta/classify-graph-answer.ts';
import type { GraphClient } from '../../channels/meta/graph-client.ts';
import { listGraph } from '../../channels/meta/list-graph.ts';
import { countPlaceholders } from './template.ts';

/** An approved template that can be sent: one with words alone. */
export interface ApprovedTemplate {
  name: string;
  language: string;
  body: string;
  placeholders: number;
}

type Json = Record<string, unknown>;

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((item) => Object(item) as Json) : [];
}

/** A header with a picture or a place to fill, and a button with one, need more than words. */
function needsMore({ type, format, text, buttons }: Json): boolean {
  if (type === 'HEADER') return format !== 'TEXT' || countPlaceholders(String(text ?? '')) > 0;
  if (type !== 'BUTTONS') return type !== 'BODY' && type !== 'FOOTER';
  return records(buttons).some(
    (button) =>
      !['QUICK_REPLY', 'URL', 'PHONE_NUMBER'].includes(String(button.type)) || String(button.url ?? '').includes('{{'),
  );
}

function readTemplate(template: Json): ApprovedTemplate | null {
  const { name, language, status, parameter_format } = template;
  const components = records(template.components);
  const body = components.find(({ type }) => type === 'BODY')?.text;
  if (status !== 'APPROVED' || typeof name !== 'string' || typeof language !== 'string') return null;
  if (typeof body !== 'string' || parameter_format === 'NAMED' || components.some(needsMore)) return null;
  return { name, language, body: body.slice(0, 2000), placeholders: countPlaceholders(body) };
}

/** The templates of a WhatsApp account that are approved and made of words alone, or why they cannot be listed. */
export async function readTemplates(
  graph: GraphClient,
  accountId: string,
  token: string,
): Promise<{ templates: ApprovedTemplate[] } | GraphFailure> {
  const fields = 'name,language,status,parameter_format,components';
  const listed = await listGraph(graph, `${accountId}/message_templates`, { fields }, token);
  if (!('items' in listed)) return listed;
  return { templates: listed.items.map(readTemplate).filter((template) => template !== null) };
}
