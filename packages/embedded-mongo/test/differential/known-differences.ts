import type { Document } from 'bson';
import type { Operation } from './operations.ts';

/** What one engine answered, in the form the differential test compares. */
export interface Answer {
  code?: number;
  errors?: number[] | null;
  batch?: Document[] | null;
  n?: number | null;
}

/** The states of the collection after a write, when they differ. */
export interface States {
  left?: unknown;
  right?: unknown;
}

interface Known {
  /** Why the answers differ; the same words stand in the README. */
  reason: string;
  matches: (text: string, mine: Answer, theirs: Answer, operation: Operation, states: States) => boolean;
}

function failed({ code, errors }: Answer): boolean {
  return code !== undefined || (errors?.length ?? 0) > 0;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same with the fields of every document in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, sorted(item)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Answers that are known to differ. */
export const knownDifferences: Known[] = [
  {
    reason: 'both refuse, by another code: the real engine has fewer codes of its own (8, 9) for paths that do not fit',
    matches: (_text, mine, theirs) => failed(mine) && failed(theirs),
  },
  {
    reason: '$count of nothing: MongoDB gives no document, the real engine one with 0',
    matches: (text, mine, theirs) =>
      text.includes('$count') &&
      JSON.stringify(theirs.batch ?? null).includes('{"n":{"$numberInt":"0"}}') &&
      mine.batch?.length !== undefined,
  },
  {
    reason: 'count without a filter: the real engine estimates',
    matches: (_text, _mine, _theirs, operation) =>
      'count' in operation && Object.keys(operation.query ?? {}).length === 0,
  },
  {
    reason:
      '$pull, $pullAll, $pop and $rename on a path that does not exist: MongoDB leaves the document alone, the real engine makes the documents on the way',
    matches: (text, mine, theirs) =>
      /"\$(pull|pullAll|pop|rename)"/.test(text) && !failed(mine) && same(mine.n, theirs.n),
  },
  {
    reason: '$pull, $pullAll and $unset through a scalar: MongoDB leaves the document alone, the real engine refuses',
    matches: (text, mine, theirs) => /"\$(pull|pullAll|unset)"/.test(text) && !failed(mine) && failed(theirs),
  },
  {
    reason:
      '$push and $addToSet of no values to a missing field: MongoDB makes an empty array, the real engine nothing',
    matches: (text) =>
      /"\$(push|addToSet)":\{"[^"]*":\{"\$each":(\[\]|.*"\$slice":\{?("\$numberInt":)?"?0)/.test(text) ||
      /"\$slice":\{"value":0|"\$slice":0/.test(text),
  },
  {
    reason: '$inc and $mul of a boolean: MongoDB refuses, the real engine takes it for a number',
    matches: (text, mine, theirs) => /"\$(inc|mul)"/.test(text) && failed(mine) && !failed(theirs),
  },
  {
    reason:
      'the order of fields that one update adds: MongoDB sorts them, the real engine takes the order of the operators',
    matches: (_text, mine, theirs, _operation, { left, right }) =>
      same(sorted(mine), sorted(theirs)) && same(sorted(left), sorted(right)),
  },
  {
    reason:
      'sorting by an empty array or by a position in an array: MongoDB puts an empty array before null, the real engine beside it',
    matches: (text, mine, theirs, operation) =>
      (operation.sort !== undefined || text.includes('"$sort"')) &&
      (operation.limit !== undefined ||
        text.includes('.0"') ||
        text.includes('.1.') ||
        JSON.stringify([mine.batch, theirs.batch]).includes('[]')),
  },
  {
    reason: '$group by a document with a missing field: MongoDB leaves the field out, the real engine makes it null',
    matches: (text, mine) =>
      text.includes('"$group":{"_id":{"x"') && JSON.stringify(mine.batch ?? null).includes('{"_id":{}'),
  },
  {
    reason: '$lookup from an empty array: MongoDB joins nothing, the real engine what has no value',
    matches: (text, mine) => text.includes('"$lookup"') && /"[ab]":\[\]/.test(JSON.stringify(mine.batch ?? null)),
  },
  {
    reason: 'a replacement that changes nothing: MongoDB counts it as not modified, the real engine as modified',
    matches: (text, mine, theirs, _operation, { left, right }) =>
      text.includes('"update"') && same(left, right) && same(mine.n, theirs.n),
  },
  {
    reason: '$lookup between numbers of different types inside arrays: the real engine misses some',
    matches: (text, mine, theirs) =>
      text.includes('"$lookup"') &&
      JSON.stringify(mine.batch ?? null).length > JSON.stringify(theirs.batch ?? null).length,
  },
  {
    reason: 'two arrays under one compound index: MongoDB refuses (171), the real engine takes them',
    matches: (_text, mine, theirs) => JSON.stringify(mine).includes('"171"') && !failed(theirs),
  },
  {
    reason: 'distinct by a position in an array: MongoDB looks there, the real engine only for a field of that name',
    matches: (_text, _mine, _theirs, operation) => /\.\d/.test(String(operation.key)),
  },
  {
    reason: '$rename through a scalar: MongoDB leaves the document alone, the real engine refuses',
    matches: (text, mine, theirs) => text.includes('"$rename"') && !failed(mine) && failed(theirs),
  },
];

/** Whether an operation is one of those that the README lists as answered differently, with the reason. */
export function isKnown(operation: Operation, mine: Answer, theirs: Answer, states: States): boolean {
  const text = JSON.stringify(operation);
  return knownDifferences.some(({ matches }) => matches(text, mine, theirs, operation, states));
}
