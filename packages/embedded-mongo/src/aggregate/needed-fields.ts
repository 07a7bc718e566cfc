import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { compileFilter, isTruthy } from '../query/match.ts';
import { collectFields } from './evaluate.ts';

function top(path: string): string {
  return path.replace(/^\$/, '').split('.', 1)[0] ?? path;
}

/** Adds what one stage reads; 'closed' when nothing else is needed after it, 'all' when the whole document is. */
function visit(name: string, spec: Value, fields: Set<string>): 'open' | 'closed' | 'all' {
  if (name === '$count') return 'closed';
  if (name === '$limit' || name === '$skip') return 'open';
  if (name === '$unwind') {
    const path = isDoc(spec) ? spec.get('path') : spec;
    fields.add(top(String(path)));
    return 'open';
  }
  if (!isDoc(spec)) return 'all';
  if (name === '$group') return collectFields(spec, fields) ? 'closed' : 'all';
  if (name === '$sort') {
    for (const path of spec.keys()) fields.add(top(path));
    return 'open';
  }
  if (name === '$match') {
    const wanted = compileFilter(spec).fields;
    for (const field of wanted ?? []) fields.add(field);
    return wanted ? 'open' : 'all';
  }
  if (name === '$addFields' || name === '$set') return collectFields(spec, fields) ? 'open' : 'all';
  return name === '$project' ? visitProject(spec, fields) : 'all';
}

function visitProject(spec: Doc, fields: Set<string>): 'closed' | 'all' {
  let includes = false;
  for (const [path, value] of spec) {
    if (path !== '_id' && (typeof value === 'boolean' || typeof value === 'number') && !isTruthy(value)) return 'all';
    if (path !== '_id') includes = true;
    fields.add(top(path));
    if (!collectFields(value, fields)) return 'all';
  }
  fields.add('_id');
  return includes ? 'closed' : 'all';
}

/** The top-level fields that a pipeline reads of its documents, or undefined when it needs them whole. */
export function neededFields(stages: readonly Value[]): Set<string> | undefined {
  const fields = new Set<string>();
  for (const stage of stages) {
    if (!isDoc(stage)) return undefined;
    const [[name, spec] = ['', undefined]] = stage;
    const need = visit(name, spec, fields);
    if (need === 'all') return undefined;
    if (need === 'closed') return fields;
  }
  return undefined;
}
