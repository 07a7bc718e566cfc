import { compare } from '../bson/compare.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';

function doc(entries: [string, Value][]): Doc {
  return new Map(entries);
}

/** `$sortByCount` as the `$group` and `$sort` that it stands for. */
export function sortByCount(expression: Value): Doc[] {
  const group = doc([
    ['_id', expression],
    ['count', doc([['$sum', 1]])],
  ]);
  return [doc([['$group', group]]), doc([['$sort', doc([['count', -1]])]])];
}

/** `$bucket` as the `$group` and `$sort` that it stands for. @throws MongoError 40191 to 40200 for a bad specification. */
export function bucket(spec: Value): Doc[] {
  const boundaries = isDoc(spec) ? spec.get('boundaries') : undefined;
  if (!isDoc(spec) || !spec.has('groupBy') || !Array.isArray(boundaries))
    throw new MongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  if (boundaries.length < 2) throw new MongoError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  const branches = boundaries.slice(1).map((high, i) => {
    const low = boundaries[i];
    if (compare(low, high) >= 0) throw new MongoError(40194, "The 'boundaries' option to $bucket must be sorted");
    const within = doc([
      [
        '$and',
        [doc([['$gte', [spec.get('groupBy'), literal(low)]]]), doc([['$lt', [spec.get('groupBy'), literal(high)]]])],
      ],
    ]);
    return doc([
      ['case', within],
      ['then', literal(low)],
    ]);
  });
  const otherwise: [string, Value][] = spec.has('default') ? [['default', literal(spec.get('default'))]] : [];
  const output = spec.get('output');
  const fields: Doc = isDoc(output) ? output : doc([['count', doc([['$sum', 1]])]]);
  const group = doc([['_id', doc([['$switch', doc([['branches', branches], ...otherwise])]])], ...fields]);
  return [doc([['$group', group]]), doc([['$sort', doc([['_id', 1]])]])];
}

function literal(value: Value): Doc {
  return doc([['$literal', value]]);
}
