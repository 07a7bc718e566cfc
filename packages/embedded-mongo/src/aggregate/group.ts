import { evalExpr } from 'mingo/core';
import { compare } from '../bson/compare.ts';
import { identityOf } from '../bson/encode-key.ts';
import { type Doc, isDoc, isNumeric, makeDouble, type Numeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { calculate } from '../update/arithmetic.ts';
import { checkOperators, compileExpression, mingoOptions } from './evaluate.ts';
import { fromPlain, toPlain } from './plain.ts';

/** Gathers one field of one group. */
interface Accumulator {
  add(doc: Doc): void;
  finish(): Value;
}

type Maker = () => Accumulator;

function folding(
  compute: (doc: Doc) => Value,
  start: Value,
  fold: (sum: Value, value: Value) => Value,
  finish = (sum: Value): Value => sum,
): Maker {
  return () => {
    let sum = start;
    return {
      add: (doc) => {
        sum = fold(sum, compute(doc));
      },
      finish: () => finish(sum),
    };
  };
}

function averaging(compute: (doc: Doc) => Value): Maker {
  return () => {
    let sum: Numeric = 0;
    let count = 0;
    return {
      add: (doc) => {
        const value = compute(doc);
        if (!isNumeric(value)) return;
        const next = calculate('$inc', sum, value);
        if (isNumeric(next)) sum = next;
        count++;
      },
      finish: () => (count === 0 ? null : makeDouble(toNumber(sum) / count)),
    };
  };
}

function collecting(compute: (doc: Doc) => Value, once: boolean): Maker {
  return () => {
    const values = new Map<string | number, Value>();
    return {
      add: (doc) => {
        const value = compute(doc);
        const identity = once && value !== undefined ? identityOf(value) : values.size;
        if (value !== undefined && !values.has(identity)) values.set(identity, value);
      },
      finish: () => [...values.values()],
    };
  };
}

function first(compute: (doc: Doc) => Value): Maker {
  return () => {
    let held: { value: Value } | undefined;
    return {
      add: (doc) => {
        held ??= { value: compute(doc) ?? null };
      },
      finish: () => held?.value ?? null,
    };
  };
}

/** The rarer accumulators are mingo's, over the documents of the group. */
function byMingo(expression: Doc, variables?: Doc): Maker {
  const plain = toPlain(expression);
  return () => {
    const docs: unknown[] = [];
    return {
      add: (doc) => void docs.push(toPlain(doc)),
      finish: () => {
        const result = fromPlain(evalExpr(docs, plain, mingoOptions(variables)));
        // mingo gives these two as lists of one.
        return Array.isArray(result) && (expression.has('$top') || expression.has('$bottom'))
          ? (result[0] ?? null)
          : result;
      },
    };
  };
}

function extreme(compute: (doc: Doc) => Value, wanted: number): Maker {
  return folding(compute, null, (best, value) => {
    if (value === null || value === undefined) return best;
    return best === null || compare(value, best) === wanted ? value : best;
  });
}

function compileAccumulator(name: string, spec: Value, variables?: Doc): Maker {
  if (!isDoc(spec) || spec.size !== 1) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
  const [[operator, operand] = ['', undefined]] = spec;
  if (!operator.startsWith('$')) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
  checkOperators(spec, true);
  const compute = compileExpression(operator === '$count' ? 1 : operand, variables);
  switch (operator) {
    case '$sum':
    case '$count':
      return folding(compute, 0, (sum, value) =>
        isNumeric(value) && isNumeric(sum) ? calculate('$inc', sum, value) : sum,
      );
    case '$avg':
      return averaging(compute);
    case '$min':
      return extreme(compute, -1);
    case '$max':
      return extreme(compute, 1);
    case '$first':
      return first(compute);
    case '$last':
      return folding(compute, null, (_last, value) => value ?? null);
    case '$push':
      return collecting(compute, false);
    case '$addToSet':
      return collecting(compute, true);
    default:
      return byMingo(spec, variables);
  }
}

/** `$group`, one pass over the documents. */
export function compileGroup(spec: Value, variables?: Doc): (docs: Iterable<Doc | null>) => Generator<Doc | null> {
  if (!isDoc(spec)) throw new MongoError(15947, "a group's fields must be specified in an object");
  if (!spec.has('_id')) throw new MongoError(15955, 'a group specification must include an _id');
  const idOf = compileExpression(spec.get('_id'), variables);
  const makers = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => {
      if (name.includes('.')) throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
      return { name, make: compileAccumulator(name, value, variables) };
    });
  return function* group(docs) {
    const groups = new Map<string, { id: Value; fields: Accumulator[] }>();
    for (const doc of docs) {
      if (doc === null) {
        yield null;
        continue;
      }
      const id = idOf(doc) ?? null;
      const key = typeof id === 'string' ? `s${id}` : identityOf(id);
      let entry = groups.get(key);
      if (!entry) {
        entry = { id, fields: makers.map(({ make }) => make()) };
        groups.set(key, entry);
      }
      for (const field of entry.fields) field.add(doc);
    }
    for (const { id, fields } of groups.values()) {
      yield new Map<string, Value>([
        ['_id', id],
        ...fields.map((field, i): [string, Value] => [makers[i]?.name ?? '', field.finish()]),
      ]);
    }
  };
}
