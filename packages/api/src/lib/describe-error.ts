const SPEAKS_OF_CODE = new Set(['TypeError', 'ReferenceError', 'RangeError', 'TenantMissing', 'AssertionError']);

/**
 * What may be logged of an error: its name, its code and where it came from. Messages are left out, because a
 * database's or a parser's quotes what a customer wrote, unless they only ever speak of code.
 */
export function describeError(error: unknown): {
  error: string;
  code?: string | number;
  message?: string;
  at?: string[];
} {
  if (!(error instanceof Error)) return { error: typeof error };
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(SPEAKS_OF_CODE.has(error.name) ? { message: error.message } : {}),
    at: frames.slice(0, 12).map((line) => line.trim()),
  };
}
