import {
  Binary,
  BSONRegExp,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import fc from 'fast-check';

/** A command to run on both engines; `$db` is added. */
export type Operation = Document;

const id = new ObjectId('65a000000000000000000001');
const texts = fc.constantFrom('', 'a', 'ab', 'b', 'B', 'æ', 'ola', 'ola nordmann', '5');
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 6 }).map((n) => new Int32(n)),
  fc.constantFrom(0, 1, 2.5, -1.5, 3).map((n) => new Double(n)),
  fc.constantFrom(0, 1, 4, 5000000000).map((n) => Long.fromNumber(n)),
  fc.constantFrom('1', '2.5', '0.1').map((n) => Decimal128.fromString(n)),
);
const rare = fc.constantFrom<unknown>(
  id,
  new ObjectId('65a0000000000000000000ff'),
  new Date(0),
  new Date(1700000000000),
  new Binary(Buffer.from('xy')),
  new Timestamp({ t: 5, i: 1 }),
  new MinKey(),
  new MaxKey(),
);
const scalars = fc.oneof(
  { weight: 5, arbitrary: numbers },
  { weight: 4, arbitrary: texts },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: rare },
);
const fields = ['a', 'b', 'c'];

/** Scalars, arrays and documents, two levels deep. */
export const values: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown; doc: Document; list: unknown[] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
    { weight: 6, arbitrary: scalars },
    { weight: 2, arbitrary: tie('list') },
    { weight: 2, arbitrary: tie('doc') },
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  doc: fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 2, noNullPrototype: true }),
})).value;

/** Documents of the fields a, b and c. */
export const documents: fc.Arbitrary<Document> = fc.dictionary(fc.constantFrom(...fields), values, {
  maxKeys: 3,
  noNullPrototype: true,
});

const paths = fc.constantFrom('a', 'b', 'c', 'a.b', 'a.c', 'b.a', 'a.0', 'b.1.a', 'c.b');
const nonPattern = values.filter((value) => !(value instanceof BSONRegExp));

const conditions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nonPattern },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalars)
      .map(([operator, value]) => ({ [operator]: value })),
  },
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(nonPattern, { maxLength: 3 }))
    .map(([operator, value]) => ({ [operator]: value })),
  fc.boolean().map((value) => ({ $exists: value })),
  fc
    .constantFrom(
      'string',
      'number',
      'int',
      'double',
      'long',
      'decimal',
      'array',
      'object',
      'null',
      'bool',
      'date',
      'objectId',
    )
    .map((type) => ({ $type: type })),
  fc.integer({ min: 0, max: 3 }).map((size) => ({ $size: new Int32(size) })),
  fc.array(scalars, { minLength: 1, maxLength: 2 }).map((all) => ({ $all: all })),
  fc
    .tuple(fc.constantFrom('^a', '^ola', 'b$', 'A', '^o.*n'), fc.constantFrom('', 'i'))
    .map(([$regex, $options]) => ({ $regex, $options })),
  fc
    .tuple(fc.constantFrom('$gt', '$lte', '$eq', '$ne'), scalars)
    .map(([operator, value]) => ({ $elemMatch: { [operator]: value } })),
  fc.tuple(fc.constantFrom('a', 'b'), scalars).map(([field, value]) => ({ $elemMatch: { [field]: value } })),
  fc
    .tuple(fc.constantFrom('$gt', '$lt', '$gte', '$eq'), scalars)
    .map(([operator, value]) => ({ $not: { [operator]: value } })),
  fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 2 }))
    .map(([a, b]) => ({ $mod: [new Int32(a), new Int32(b)] })),
  fc.tuple(scalars, scalars).map(([low, high]) => ({ $gte: low, $lte: high })),
);
const simpleFilters = fc.dictionary(paths, conditions, { maxKeys: 2, noNullPrototype: true });

/** Filters of fields, and of `$and`, `$or` and `$nor` over them. */
export const filters: fc.Arbitrary<Document> = fc.oneof(
  { weight: 6, arbitrary: simpleFilters },
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(simpleFilters, { minLength: 1, maxLength: 2 }))
    .map(([operator, list]) => ({ [operator]: list })),
);

const integers = fc.integer({ min: -2, max: 3 }).map((n) => new Int32(n));
const changes: fc.Arbitrary<Document> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constant('$set'), paths, values)
      .map(([operator, path, value]) => ({ [operator]: { [path]: value } })),
  },
  fc.tuple(paths, numbers).map(([path, value]) => ({ $inc: { [path]: value } })),
  fc.tuple(paths, numbers).map(([path, value]) => ({ $mul: { [path]: value } })),
  fc
    .tuple(fc.constantFrom('$min', '$max'), paths, scalars)
    .map(([operator, path, value]) => ({ [operator]: { [path]: value } })),
  paths.map((path) => ({ $unset: { [path]: '' } })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'a.b'), fc.constantFrom('c', 'd', 'd.e'))
    .map(([from, to]) => ({ $rename: { [from]: to } })),
  fc.tuple(paths, values).map(([path, value]) => ({ $push: { [path]: value } })),
  fc
    .tuple(
      paths,
      fc.array(scalars, { maxLength: 3 }),
      fc.option(integers),
      fc.option(integers),
      fc.option(fc.constantFrom(1, -1)),
    )
    .map(([path, $each, $position, $slice, $sort]) => ({
      $push: {
        [path]: {
          $each,
          ...($position === null ? {} : { $position }),
          ...($slice === null ? {} : { $slice }),
          ...($sort === null ? {} : { $sort: new Int32($sort) }),
        },
      },
    })),
  fc.tuple(paths, values).map(([path, value]) => ({ $addToSet: { [path]: value } })),
  fc.tuple(paths, fc.array(scalars, { maxLength: 3 })).map(([path, $each]) => ({ $addToSet: { [path]: { $each } } })),
  fc.tuple(paths, fc.constantFrom(1, -1)).map(([path, side]) => ({ $pop: { [path]: new Int32(side) } })),
  fc
    .tuple(
      paths,
      fc.oneof(
        scalars,
        fc
          .tuple(fc.constantFrom('$gt', '$lte', '$in'), scalars)
          .map(([operator, value]) => ({ [operator]: operator === '$in' ? [value] : value })),
        fc.tuple(fc.constantFrom('a', 'b'), scalars).map(([field, value]) => ({ [field]: value })),
      ),
    )
    .map(([path, value]) => ({ $pull: { [path]: value } })),
  fc.tuple(paths, fc.array(scalars, { maxLength: 2 })).map(([path, list]) => ({ $pullAll: { [path]: list } })),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('and', 'or', 'xor'), integers)
    .map(([path, name, value]) => ({ $bit: { [path]: { [name]: value } } })),
  fc.tuple(fc.constantFrom('a.$[]', 'b.$[]', 'a.$[].b'), scalars).map(([path, value]) => ({ $set: { [path]: value } })),
);
const updates: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: changes },
  fc.tuple(changes, changes).map(([one, two]) => ({ ...one, ...two })),
  documents,
  fc
    .tuple(
      fc.constantFrom('$set', '$addFields'),
      fc.constantFrom('d', 'a'),
      fc.constantFrom<unknown>('$a', '$b', { $ifNull: ['$a', 'none'] }, { $literal: 7 }),
    )
    .map(([stage, path, value]) => [{ [stage]: { [path]: value } }]),
);

const sorts = fc.tuple(paths, fc.constantFrom(1, -1)).map(([path, direction]) => ({ [path]: direction, _id: 1 }));
const projections: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(paths, fc.constantFrom(0, 1)).map(([path, keep]) => ({ [path]: keep })),
  fc.constantFrom<Document>(
    { a: 1, _id: 0 },
    { _id: 0 },
    { 'a.b': 1, c: 1 },
    { 'a.b': 0 },
    { a: { $slice: 1 } },
    { b: { $slice: [1, 1] } },
    { a: { $elemMatch: { $gt: 1 } } },
    { x: '$a', b: 1 },
    { x: { $literal: 1 } },
  ),
);
const small = fc.integer({ min: 1, max: 5 });

const groups = fc.constantFrom<Document>(
  { n: { $sum: 1 } },
  { s: { $sum: '$b' } },
  { s: { $avg: '$b' } },
  { low: { $min: '$b' }, high: { $max: '$b' } },
  { all: { $push: '$b' } },
  { first: { $first: '$b' }, last: { $last: '$b' } },
);
const computed = fc.constantFrom<unknown>(
  { $add: ['$_id', 1] },
  { $cond: [{ $gt: ['$_id', 3] }, 'high', 'low'] },
  { $ifNull: ['$a', 'none'] },
  { $isArray: '$a' },
  { $type: '$b' },
  { $concat: ['x', { $toString: '$_id' }] },
  { $eq: ['$a', '$b'] },
  { $in: ['$_id', [1, 2, 3]] },
  { $size: { $cond: [{ $isArray: '$a' }, '$a', []] } },
  { $arrayElemAt: [[1, 2, 3], 1] },
  { $toLower: 'ABC' },
  { $subtract: ['$_id', 2] },
  { $multiply: ['$_id', 2] },
  { $mergeObjects: [{ x: 1 }, { y: 2 }] },
  { $filter: { input: [1, 2, 3], as: 'n', cond: { $gt: ['$$n', 1] } } },
  { $map: { input: [1, 2], as: 'n', in: { $add: ['$$n', '$_id'] } } },
  { $dateToString: { format: '%Y-%m-%d', date: new Date(86400000) } },
  { $and: ['$a', true] },
  { $not: ['$a'] },
  { $cmp: ['$a', '$b'] },
);
const stages: fc.Arbitrary<Document[]> = fc.oneof(
  fc.tuple(filters, sorts, small).map(([$match, $sort, $limit]) => [{ $match }, { $sort }, { $limit }]),
  fc
    .tuple(fc.constantFrom('$a', '$b', null, { x: '$a' }), groups)
    .map(([by, fieldsOf]) => [{ $sort: { _id: 1 } }, { $group: { _id: by, ...fieldsOf } }]),
  fc
    .tuple(fc.constantFrom('$a', '$b', '$a.b'), fc.boolean())
    .map(([path, preserveNullAndEmptyArrays]) => [
      { $sort: { _id: 1 } },
      { $unwind: { path, preserveNullAndEmptyArrays } },
    ]),
  fc
    .tuple(fc.constantFrom('$addFields', '$project'), fc.constantFrom('x', 'a', 'b.c'), computed)
    .map(([stage, path, value]) => [{ $sort: { _id: 1 } }, { [stage]: { [path]: value } }]),
  fc.constantFrom('a', 'b').map((field) => [
    { $sort: { _id: 1 } },
    {
      $lookup: {
        from: 'things',
        localField: field,
        foreignField: 'b',
        as: 'joined',
      },
    },
  ]),
  filters.map(($match) => [{ $match }, { $count: 'n' }]),
  fc.constantFrom<Document[]>(
    [{ $sortByCount: '$_id' }, { $sort: { _id: 1 } }],
    [{ $facet: { one: [{ $sort: { _id: 1 } }, { $limit: 1 }], two: [{ $count: 'n' }] } }],
    [{ $sort: { _id: 1 } }, { $replaceRoot: { newRoot: { i: '$_id' } } }],
    [{ $sort: { _id: 1 } }, { $unset: ['a', 'b.c'] }],
    [{ $sort: { _id: 1 } }, { $bucket: { groupBy: '$_id', boundaries: [0, 3, 6], default: 'rest' } }],
  ),
);

/** One operation on the collection `things`. */
export const operations: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(filters, fc.option(sorts))
      .map(([filter, sort]) => ({ find: 'things', filter, sort: sort ?? { _id: 1 } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(filters, sorts, small, small)
      .map(([filter, sort, skip, limit]) => ({ find: 'things', filter, sort, skip, limit })),
  },
  { weight: 3, arbitrary: projections.map((projection) => ({ find: 'things', sort: { _id: 1 }, projection })) },
  { weight: 2, arbitrary: filters.map((query) => ({ count: 'things', query })) },
  { weight: 1, arbitrary: fc.tuple(paths, filters).map(([key, query]) => ({ distinct: 'things', key, query })) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(updates, fc.integer({ min: 0, max: 9 }))
      .map(([u, n]) => ({ update: 'things', updates: [{ q: { _id: n }, u }] })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(filters, changes).map(([q, u]) => ({ update: 'things', updates: [{ q, u, multi: true }] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(simpleFilters, changes, fc.integer({ min: 20, max: 25 }))
      .map(([q, u, n]) => ({ update: 'things', updates: [{ q: { ...q, _id: n }, u, upsert: true }] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(filters, updates, fc.boolean())
      .map(([query, update, isNew]) => ({ findAndModify: 'things', query, update, new: isNew, sort: { _id: 1 } })),
  },
  {
    weight: 1,
    arbitrary: filters.map((q) => ({ delete: 'things', deletes: [{ q: { ...q, _id: { $gt: 5 } }, limit: 0 }] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(documents, fc.integer({ min: 8, max: 12 }))
      .map(([doc, n]) => ({ insert: 'things', documents: [{ ...doc, _id: n }] })),
  },
  { weight: 5, arbitrary: stages.map((pipeline) => ({ aggregate: 'things', pipeline, cursor: {} })) },
);
