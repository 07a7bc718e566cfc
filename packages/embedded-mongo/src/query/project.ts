import { compileExpression } from '../aggregate/evaluate.ts';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileFilter, isTruthy } from './match.ts';

/** Makes the projected document of a whole one. */
export type Projector = (doc: Doc) => Doc;

/** A tree of paths: `true` for a path that is kept or left out, else what is below it or what computes it. */
type Tree = Map<string, Tree | true | Computed>;

interface ProjectionOptions {
  variables?: Doc | undefined;
  /** The filter of the find, for the positional operator. */
  filter?: Doc;
  /** Whether `$slice` and `$elemMatch` are the projection operators of find. */
  find?: boolean;
}

class Computed {
  readonly compute: (doc: Doc, value: Value) => Value;
  constructor(compute: (doc: Doc, value: Value) => Value) {
    this.compute = compute;
  }
}

function isFlag(value: Value): value is boolean | number {
  return typeof value === 'boolean' || isNumeric(value);
}

/**
 * Compiles a projection of `find` or `$project`; undefined when it keeps everything.
 * @throws MongoError 31253 and 31254 when it both includes and excludes, 31249 for paths that collide.
 */
export function compileProjection(spec: Doc, options: ProjectionOptions = {}): Projector | undefined {
  if (spec.size === 0) return undefined;
  let including: boolean | undefined;
  const tree: Tree = new Map();
  for (const [path, value] of flatten(spec)) {
    const flag = isFlag(value) ? isTruthy(value) : undefined;
    if (path === '_id' && flag !== undefined) continue;
    const kind = flag ?? (options.find && isSlice(value) ? undefined : true);
    if (kind !== undefined && including !== undefined && kind !== including) {
      throw kind
        ? new MongoError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
        : new MongoError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
    }
    including ??= kind;
    addField(tree, path, value, flag, options);
  }
  const id = spec.get('_id');
  const keepsId = id === undefined || !isFlag(id) || isTruthy(id);
  const includes = including ?? (id !== undefined && isFlag(id) && isTruthy(id) && spec.size === 1);
  if (includes) {
    if (keepsId && !tree.has('_id')) tree.set('_id', true);
    return (doc) => include(doc, tree, doc);
  }
  if (!keepsId) tree.set('_id', true);
  return (doc) => exclude(doc, tree, doc);
}

function* flatten(spec: Doc, prefix = ''): Generator<[string, Value]> {
  for (const [name, value] of spec) {
    const path = prefix + name;
    const [first] = isDoc(value) ? value.keys() : [];
    if (isDoc(value) && first !== undefined && !first.startsWith('$')) yield* flatten(value, `${path}.`);
    else yield [path, value];
  }
}

function isSlice(value: Value): boolean {
  return isDoc(value) && value.has('$slice');
}

function addField(tree: Tree, path: string, value: Value, flag: boolean | undefined, options: ProjectionOptions): void {
  if (path === '' || path.startsWith('.') || path.endsWith('.'))
    throw new MongoError(40353, 'FieldPath must not be empty or end with a dot');
  if (path.startsWith('$'))
    throw new MongoError(16410, `Invalid $project :: FieldPath field names may not start with '$'. Given: ${path}`);
  if (path.endsWith('.$')) place(tree, path.slice(0, -2), positional(path.slice(0, -2), options.filter));
  else place(tree, path, flag === undefined ? computedField(value, options) : true);
}

function computedField(value: Value, options: ProjectionOptions): Computed {
  if (options.find && isDoc(value) && value.has('$slice')) return slice(value.get('$slice'));
  if (options.find && isDoc(value) && value.has('$elemMatch')) return elementMatch(value.get('$elemMatch'));
  const expression = compileExpression(value, options.variables);
  return new Computed((doc) => expression(doc));
}

function place(tree: Tree, path: string, leaf: true | Computed): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let level = tree;
  for (const part of parts) {
    const next = level.get(part) ?? new Map();
    if (!(next instanceof Map)) throw new MongoError(31249, `Path collision at ${path}`);
    level.set(part, next);
    level = next;
  }
  if (level.has(last)) throw new MongoError(31250, `Path collision at ${path}`);
  level.set(last, leaf);
}

function slice(operand: Value): Computed {
  const [first, second] = Array.isArray(operand) ? operand : [operand];
  if (!isNumeric(first) || (second !== undefined && !isNumeric(second)))
    throw new MongoError(28667, 'Invalid $slice syntax');
  const start = toNumber(first);
  const count = second === undefined ? undefined : toNumber(second);
  return new Computed((_doc, value) => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return start < 0 ? value.slice(start) : value.slice(0, start);
    const from = start < 0 ? Math.max(0, value.length + start) : start;
    return value.slice(from, from + count);
  });
}

function elementMatch(operand: Value): Computed {
  const { test } = compileFilter(new Map([['_', new Map([['$elemMatch', operand]])]]));
  return new Computed((_doc, value) => {
    const found = Array.isArray(value) ? value.find((item) => test(new Map([['_', [item]]]))) : undefined;
    return found === undefined ? undefined : [found];
  });
}

function positional(path: string, filter: Doc | undefined): Computed {
  const conditions = [...(filter ?? new Map<string, Value>())].filter(
    ([name]) => name === path || name.startsWith(`${path}.`),
  );
  if (conditions.length === 0)
    throw new MongoError(
      51246,
      "Executor error during find command: positional operator '.$' couldn't find a matching element in the array",
    );
  const last = path.split('.').pop() ?? path;
  const tests = conditions.map(
    ([name, condition]) => compileFilter(new Map([[last + name.slice(path.length), condition]])).test,
  );
  return new Computed((_doc, value) => {
    if (!Array.isArray(value)) return value;
    const found = value.find((item) => tests.every((test) => test(new Map([[last, [item]]]))));
    return found === undefined ? [] : [found];
  });
}

function include(doc: Doc, tree: Tree, root: Doc): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = tree.get(name);
    if (node === true) result.set(name, value);
    else if (node instanceof Map) {
      const kept = includeBelow(value, node, root);
      if (kept !== undefined) result.set(name, kept);
    } else if (node instanceof Computed) result.set(name, undefined);
  }
  return compute(result, doc, tree, root);
}

function includeBelow(value: Value, tree: Tree, root: Doc): Value {
  if (value instanceof Map) return include(value, tree, root);
  if (Array.isArray(value))
    return value.map((item) => includeBelow(item, tree, root)).filter((item) => item !== undefined);
  return hasComputed(tree) ? compute(new Map(), new Map(), tree, root) : undefined;
}

function exclude(doc: Doc, tree: Tree, root: Doc): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = tree.get(name);
    if (node === undefined || node instanceof Computed) result.set(name, value);
    else if (node instanceof Map) result.set(name, excludeBelow(value, node, root));
  }
  return compute(result, doc, tree, root);
}

function excludeBelow(value: Value, tree: Tree, root: Doc): Value {
  if (value instanceof Map) return exclude(value, tree, root);
  return Array.isArray(value) ? value.map((item) => excludeBelow(item, tree, root)) : value;
}

/** Sets the computed fields of one level, also below fields that the document does not have. */
function compute(result: Doc, source: Doc, tree: Tree, root: Doc): Doc {
  for (const [name, node] of tree) {
    if (node instanceof Computed) {
      const value = node.compute(root, source.get(name));
      if (value === undefined) result.delete(name);
      else result.set(name, value);
    } else if (node instanceof Map && !result.has(name) && !source.has(name) && hasComputed(node)) {
      result.set(name, compute(new Map(), new Map(), node, root));
    }
  }
  return result;
}

function hasComputed(tree: Tree): boolean {
  return [...tree.values()].some((node) => node instanceof Computed || (node instanceof Map && hasComputed(node)));
}
