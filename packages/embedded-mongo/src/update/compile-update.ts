import { runUpdatePipeline } from '../aggregate/update-pipeline.ts';
import { compare } from '../bson/compare.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { type Change, compileOperation } from './operations.ts';
import { type ArrayFilters, applyAtPath } from './target.ts';

/** What an update needs to know beside the document. */
export interface UpdateContext {
  /** The position that `$` stands for. */
  matchedPosition?: ((path: string) => number | undefined) | undefined;
  /** Whether the document is being inserted, for `$setOnInsert`. */
  inserting?: boolean;
}

/** Makes the changed document; the one given is not touched. */
export type Updater = (doc: Doc, context: UpdateContext) => Doc;

/**
 * Compiles an update: operators, a replacement or a pipeline.
 * @throws MongoError 9 for unknown operators, 40 for paths that conflict, 2 for bad operands and array filters.
 */
export function compileUpdate(update: Value, arrayFilters: Value[] = [], variables?: Doc): Updater {
  if (Array.isArray(update)) return runUpdatePipeline(update, variables);
  if (!isDoc(update)) throw new MongoError(9, 'Update argument must be either an object or an array');
  const [first] = update.keys();
  if (!first?.startsWith('$')) return compileReplacement(update);
  const filters = compileArrayFilters(arrayFilters);
  const changes = compileOperators(update);
  checkConflicts(changes);
  changes.sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false));
  checkFiltersUsed(changes, filters);
  return (doc, context) => {
    const copy = new Map(doc);
    for (const change of changes) change.reset?.();
    for (const change of changes) {
      if ((change.onInsert && !context.inserting) || change.isIdle?.()) continue;
      applyAtPath(copy, change, filters, context.matchedPosition);
    }
    return copy;
  };
}

function compileReplacement(update: Doc): Updater {
  for (const name of update.keys()) {
    if (name.startsWith('$'))
      throw new MongoError(52, `The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`);
  }
  return (doc) => {
    const id = doc.get('_id');
    if (!update.has('_id')) return id === undefined ? new Map(update) : new Map([['_id', id], ...update]);
    const replacement: Doc = new Map([['_id', update.get('_id')]]);
    for (const [name, value] of update) replacement.set(name, value);
    return replacement;
  };
}

function compileOperators(update: Doc): Change[] {
  const changes: Change[] = [];
  for (const [operator, fields] of update) {
    if (!operator.startsWith('$')) {
      throw new MongoError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDoc(fields))
      throw new MongoError(9, `Modifiers operate on fields but we found type ${typeof fields} instead.`);
    for (const [path, operand] of fields) changes.push(...compileOperation(operator, path, operand));
    if (fields.size === 0) compileOperation(operator, 'none', undefined, true);
  }
  return changes.sort((a, b) => comparePaths(a.parts, b.parts));
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y);
    return compare(x, y);
  }
  return a.length - b.length;
}

function checkConflicts(changes: readonly Change[]): void {
  for (let i = 1; i < changes.length; i++) {
    const [before, change] = [changes[i - 1], changes[i]];
    if (before && change && before.parts.every((part, at) => change.parts[at] === part)) {
      throw new MongoError(
        40,
        `Updating the path '${change.parts.join('.')}' would create a conflict at '${before.parts.join('.')}'`,
      );
    }
  }
}

function compileArrayFilters(arrayFilters: readonly Value[]): ArrayFilters {
  const filters: ArrayFilters = new Map();
  for (const filter of arrayFilters) {
    if (!isDoc(filter)) throw new MongoError(14, 'arrayFilters must be documents');
    const name = identifierOf(filter);
    if (name === undefined)
      throw new MongoError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw new MongoError(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    if (filters.has(name))
      throw new MongoError(9, `Found multiple array filters with the same top-level field name ${name}`);
    const { test } = compileFilter(filter);
    filters.set(name, (value) => test(new Map([[name, value]])));
  }
  return filters;
}

function identifierOf(filter: Doc): string | undefined {
  for (const [name, value] of filter) {
    if (!name.startsWith('$')) return name.split('.', 1)[0];
    if (Array.isArray(value)) {
      for (const item of value) {
        const found = isDoc(item) ? identifierOf(item) : undefined;
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

function checkFiltersUsed(changes: readonly Change[], filters: ArrayFilters): void {
  const used = new Set<string>();
  for (const { parts } of changes) {
    for (const part of parts) {
      const name = /^\$\[(.+)\]$/.exec(part)?.[1];
      if (name === undefined) continue;
      if (!filters.has(name))
        throw new MongoError(2, `No array filter found for identifier '${name}' in path '${parts.join('.')}'`);
      used.add(name);
    }
  }
  for (const name of filters.keys()) {
    if (!used.has(name))
      throw new MongoError(9, `The array filter for identifier '${name}' was not used in the update`);
  }
}
