import type { Document } from 'bson';
import type { Operation } from './operations.ts';

/** What one engine answered, in the form the differential test compares. */
export interface Answer {
  code?: number;
  errors?: number[] | null;
  batch?: Document[] | null;
  n?: number | null;
}

interface Known {
  /** Why the answers differ; the same words stand in the README. */
  reason: string;
  matches: (text: string, mine: Answer, theirs: Answer, operation: Operation) => boolean;
}

function failed({ code, errors }: Answer): boolean {
  return code !== undefined || (errors?.length ?? 0) > 0;
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
    matches: (text, mine, theirs) => /"\$(pull|pullAll|pop|rename)"/.test(text) && !failed(mine) && mine.n === theirs.n,
  },
  {
    reason: '$pull through a scalar: MongoDB leaves the document alone, the real engine refuses',
    matches: (text, mine, theirs) => /"\$(pull|pullAll)"/.test(text) && !failed(mine) && failed(theirs),
  },
];

/** Whether an operation is one of those that the README lists as answered differently, with the reason. */
export function isKnown(operation: Operation, mine: Answer, theirs: Answer): boolean {
  const text = JSON.stringify(operation);
  return knownDifferences.some(({ matches }) => matches(text, mine, theirs, operation));
}
