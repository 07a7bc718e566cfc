import { Aggregator } from 'mingo';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { parseSort, Sorter } from '../query/sort.ts';
import { mingoOptions, refuseScripts } from './evaluate.ts';
import { compileGroup } from './group.ts';
import { compileFacet, compileLookup, compileUnionWith } from './join.ts';
import { fromPlain, toPlain } from './plain.ts';
import { bucket, sortByCount } from './rewrite.ts';
import { compileShape } from './shape.ts';
import { compileUnwind } from './unwind.ts';

/** Documents on their way through a pipeline; null is a place to let others have their turn. */
export type Docs = Iterable<Doc | null>;

/** One stage, compiled. */
export type Stage = (docs: Docs) => Docs;

/** What the stages that look elsewhere need. */
export interface PipelineContext {
  variables?: Doc | undefined;
  /** The documents of another collection that match a filter, after a pipeline. */
  read: (collection: string, filter: Doc, pipeline: readonly Value[], variables?: Doc) => Docs;
}

/** The one field of a stage. @throws MongoError 40323 for anything else. */
export function stageOf(stage: Value): [string, Value] {
  if (!isDoc(stage)) throw new MongoError(14, "Each element of the 'pipeline' array must be an object");
  const [entry] = stage;
  if (stage.size !== 1 || !entry)
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return entry;
}

function* each(docs: Docs, change: (doc: Doc) => Doc | undefined): Generator<Doc | null> {
  for (const doc of docs) {
    const result = doc && change(doc);
    if (result !== undefined) yield result;
  }
}

function wholeNumber(name: string, spec: Value, least: number): number {
  if (!isNumeric(spec) || !Number.isInteger(toNumber(spec)))
    throw new MongoError(5107201, `invalid argument to ${name} stage: Expected an integer`);
  if (toNumber(spec) < least)
    throw new MongoError(
      15958,
      least === 1 ? 'the limit must be positive' : `invalid argument to ${name} stage: Expected a non-negative number`,
    );
  return toNumber(spec);
}

function* sortAll(docs: Docs, spec: Doc): Generator<Doc | null> {
  const sorter = new Sorter<Doc>(parseSort(spec));
  for (const doc of docs) {
    if (doc) sorter.add(doc, doc);
    else yield null;
  }
  yield* sorter.finish();
}

function* between(docs: Docs, from: number, to: number): Generator<Doc | null> {
  let place = 0;
  for (const doc of docs) {
    if (doc === null) yield null;
    else {
      if (place++ >= from) yield doc;
      if (place >= to) return;
    }
  }
}

function* countAll(docs: Docs, name: string): Generator<Doc | null> {
  let total = 0;
  for (const doc of docs) {
    if (doc) total++;
    else yield null;
  }
  if (total > 0) yield new Map([[name, total]]);
}

const byMingo = new Set(['$bucketAuto', '$densify', '$fill', '$graphLookup', '$redact', '$sample', '$setWindowFields']);

function* throughMingo(docs: Docs, stage: Doc, context: PipelineContext): Generator<Doc | null> {
  const plain: unknown[] = [];
  for (const doc of docs) {
    if (doc) plain.push(toPlain(doc));
    else yield null;
  }
  const resolver = (name: string): Record<string, unknown>[] => {
    const all: Record<string, unknown>[] = [];
    for (const doc of context.read(name, new Map(), [])) if (doc) all.push(toPlain(doc) as Record<string, unknown>);
    return all;
  };
  // Some of mingo's stages are written with its own `$function`; what came from outside has none.
  refuseScripts(stage);
  const options = { ...mingoOptions(context.variables), collectionResolver: resolver, scriptEnabled: true };
  const aggregator = new Aggregator([toPlain(stage) as Record<string, unknown>], options);
  for (const item of aggregator.stream(plain as Record<string, unknown>[]).collect()) {
    const doc = fromPlain(item);
    if (isDoc(doc)) yield doc.has('_id') ? new Map([['_id', doc.get('_id')], ...doc]) : doc;
  }
}

function compileCutting(name: string, spec: Value): Stage {
  if (name === '$limit') {
    const limit = wholeNumber(name, spec, 1);
    return (docs) => between(docs, 0, limit);
  }
  if (name === '$skip') {
    const skip = wholeNumber(name, spec, 0);
    return (docs) => between(docs, skip, Number.POSITIVE_INFINITY);
  }
  if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.')) {
    throw new MongoError(40156, 'the count field must be a non-empty string that is not a path');
  }
  return (docs) => countAll(docs, spec);
}

function compileStage(stage: Value, context: PipelineContext): Stage {
  const [name, spec] = stageOf(stage);
  const shape = compileShape(name, spec, context.variables);
  if (shape) return (docs) => each(docs, shape);
  switch (name) {
    case '$match': {
      if (!isDoc(spec)) throw new MongoError(15959, 'the match filter must be an expression in an object');
      const { test } = compileFilter(spec, context.variables);
      return (docs) => each(docs, (doc) => (test(doc) ? doc : undefined));
    }
    case '$sort':
      if (!isDoc(spec) || spec.size === 0) throw new MongoError(15976, '$sort stage must have at least one sort key');
      parseSort(spec);
      return (docs) => sortAll(docs, spec);
    case '$limit':
    case '$skip':
    case '$count':
      return compileCutting(name, spec);
    case '$sortByCount':
      return compilePipeline(sortByCount(spec), context);
    case '$bucket':
      return compilePipeline(bucket(spec), context);
    case '$group':
      return compileGroup(spec, context.variables);
    case '$unwind':
      return compileUnwind(spec);
    case '$lookup':
      return compileLookup(spec, context);
    case '$unionWith':
      return compileUnionWith(spec, context);
    case '$facet':
      return compileFacet(spec, context);
    default:
      if (!byMingo.has(name))
        throw new MongoError(name.startsWith('$') ? 40324 : 40323, `Unrecognized pipeline stage name: '${name}'`);
      return (docs) => throughMingo(docs, isDoc(stage) ? stage : new Map(), context);
  }
}

/**
 * Compiles the stages of a pipeline into one.
 * @throws MongoError 40324 for a stage there is not, and what its stages throw.
 */
export function compilePipeline(stages: readonly Value[], context: PipelineContext): Stage {
  const compiled = stages.map((stage) => compileStage(stage, context));
  return (docs) => compiled.reduce((current, stage) => stage(current), docs);
}
