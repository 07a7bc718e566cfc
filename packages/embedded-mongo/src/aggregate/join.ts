import { identityOf } from '../bson/encode-key.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { missing, someAtPath } from '../query/path.ts';
import { compileExpression } from './evaluate.ts';
import { compilePipeline, type Docs, type PipelineContext, type Stage } from './pipeline.ts';

function stagesOf(value: Value): Value[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new MongoError(14, "'pipeline' option must be specified as an array");
}

/** The filter that finds the foreign documents of one local one. */
function joinFilter(doc: Doc, localField: string, foreignField: string): Doc {
  const values: Value[] = [];
  someAtPath(doc, localField.split('.'), (found) => {
    if (Array.isArray(found)) values.push(...found);
    else values.push(found === missing ? null : found);
    return false;
  });
  const [only = null] = values;
  return new Map([[foreignField, new Map<string, Value>(values.length === 1 ? [['$eq', only]] : [['$in', values]])]]);
}

function setAs(doc: Doc, path: string, value: Value): Doc {
  const [part = '', ...rest] = path.split('.');
  const copy = new Map(doc);
  const below = doc.get(part);
  copy.set(part, rest.length === 0 ? value : setAs(isDoc(below) ? below : new Map(), rest.join('.'), value));
  return copy;
}

/** `$lookup` by fields, by pipeline or both; equal local values are looked up once. */
export function compileLookup(spec: Value, context: PipelineContext): Stage {
  if (!isDoc(spec)) throw new MongoError(9, 'the $lookup specification must be an Object');
  const [from, as, localField, foreignField] = ['from', 'as', 'localField', 'foreignField'].map((name) =>
    spec.get(name),
  );
  if (typeof as !== 'string' || typeof from !== 'string') throw new MongoError(9, "$lookup needs 'from' and 'as'");
  if ((typeof localField === 'string') !== (typeof foreignField === 'string'))
    throw new MongoError(9, "$lookup needs both 'localField' and 'foreignField' or neither");
  const stages = stagesOf(spec.get('pipeline'));
  if (typeof localField !== 'string' && !spec.has('pipeline'))
    throw new MongoError(9, "$lookup requires either 'pipeline' or both 'localField' and 'foreignField'");
  const lets = isDoc(spec.get('let')) ? [...(spec.get('let') as Doc)] : [];
  const expressions = lets.map(([name, value]) => [name, compileExpression(value, context.variables)] as const);
  return function* lookup(docs: Docs) {
    const known = new Map<string, Doc[]>();
    for (const doc of docs) {
      if (doc === null) {
        yield null;
        continue;
      }
      const variables: Doc = new Map([
        ...(context.variables ?? []),
        ...expressions.map(([name, compute]): [string, Value] => [name, compute(doc) ?? null]),
      ]);
      const filter =
        typeof localField === 'string' && typeof foreignField === 'string'
          ? joinFilter(doc, localField, foreignField)
          : new Map<string, Value>();
      const key = identityOf([filter, variables]);
      let joined = known.get(key);
      if (!joined) {
        joined = [...context.read(from, filter, stages, variables)].filter((item) => item !== null);
        if (known.size < 1000) known.set(key, joined);
      }
      yield setAs(doc, as, joined);
    }
  };
}

/** `$unionWith`. */
export function compileUnionWith(spec: Value, context: PipelineContext): Stage {
  const collection = isDoc(spec) ? spec.get('coll') : spec;
  if (typeof collection !== 'string') throw new MongoError(9, 'the $unionWith stage needs a collection');
  const stages = isDoc(spec) ? stagesOf(spec.get('pipeline')) : [];
  return function* union(docs: Docs) {
    yield* docs;
    yield* context.read(collection, new Map(), stages, context.variables);
  };
}

/** `$facet`: several pipelines over the same documents. */
export function compileFacet(spec: Value, context: PipelineContext): Stage {
  if (!isDoc(spec) || spec.size === 0)
    throw new MongoError(40169, 'the $facet specification must be a non-empty object');
  const facets = [...spec].map(([name, stages]) => [name, compilePipeline(stagesOf(stages), context)] as const);
  return function* facet(docs: Docs) {
    const all: Doc[] = [];
    for (const doc of docs) {
      if (doc) all.push(doc);
      else yield null;
    }
    yield new Map(facets.map(([name, run]): [string, Value] => [name, [...run(all)].filter((item) => item !== null)]));
  };
}
