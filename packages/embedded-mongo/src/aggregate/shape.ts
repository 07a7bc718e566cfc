import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileProjection, type Projector } from '../query/project.ts';
import { compileExpression } from './evaluate.ts';

/** Names and expressions of nested documents as dotted paths. */
function* flatten(spec: Doc, prefix = ''): Generator<[string, Value]> {
  for (const [name, value] of spec) {
    const [first] = isDoc(value) ? value.keys() : [];
    if (isDoc(value) && first !== undefined && !first.startsWith('$')) yield* flatten(value, `${prefix}${name}.`);
    else yield [prefix + name, value];
  }
}

function setPath(target: Value, parts: readonly string[], value: Value, at = 0): Value {
  const part = parts[at];
  if (part === undefined) return value;
  if (Array.isArray(target)) return target.map((item) => setPath(item, parts, value, at));
  const doc: Doc = target instanceof Map ? new Map(target) : new Map();
  const next = setPath(doc.get(part), parts, value, at + 1);
  if (next === undefined) doc.delete(part);
  else doc.set(part, next);
  return doc;
}

function addFields(spec: Value, name: string, variables?: Doc): Projector {
  if (!isDoc(spec)) throw new MongoError(40272, `${name} specification stage must be an object, got ${typeof spec}`);
  const fields = [...flatten(spec)].map(([path, value]) => {
    if (path === '' || path.startsWith('$'))
      throw new MongoError(16410, `FieldPath field names may not start with '$'`);
    return { parts: path.split('.'), expression: compileExpression(value, variables) };
  });
  return (doc) => {
    let result: Value = doc;
    for (const { parts, expression } of fields) result = setPath(result, parts, expression(doc));
    return isDoc(result) ? result : doc;
  };
}

function unset(spec: Value): Projector {
  const paths = Array.isArray(spec) ? spec : [spec];
  if (paths.length === 0)
    throw new MongoError(31119, '$unset specification must be a string or an array with at least one field');
  const projection: Doc = new Map();
  for (const path of paths) {
    if (typeof path !== 'string' || path === '')
      throw new MongoError(31120, '$unset specification must be a string or an array containing only string values');
    projection.set(path, false);
  }
  return compileProjection(projection) ?? ((doc) => doc);
}

function replaceRoot(expression: Value, name: string, variables?: Doc): Projector {
  const compute = compileExpression(expression, variables);
  return (doc) => {
    const root = compute(doc);
    if (isDoc(root)) return root;
    throw new MongoError(
      40228,
      `'newRoot' expression of ${name} must evaluate to an object, but resulting value was: ${String(root)}`,
    );
  };
}

/** Compiles a stage that makes one document of one document; undefined for every other stage. */
export function compileShape(name: string, spec: Value, variables?: Doc): Projector | undefined {
  switch (name) {
    case '$addFields':
    case '$set':
      return addFields(spec, name, variables);
    case '$unset':
      return unset(spec);
    case '$project':
      if (!isDoc(spec) || spec.size === 0)
        throw new MongoError(51272, 'Invalid $project :: projection specification must have at least one field');
      return compileProjection(spec, { variables }) ?? ((doc) => doc);
    case '$replaceRoot':
      if (!isDoc(spec) || !spec.has('newRoot'))
        throw new MongoError(40231, 'no newRoot specified for the $replaceRoot stage');
      return replaceRoot(spec.get('newRoot'), name, variables);
    case '$replaceWith':
      return replaceRoot(spec, name, variables);
    default:
      return undefined;
  }
}
