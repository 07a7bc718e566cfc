/** What went wrong, as the interface needs it: a stable code, the server's words, and the words per field. */
export interface ApiProblem {
  /** A problem code of the contract, or `network` when no answer came. */
  code: string;
  status: number | null;
  detail: string | null;
  requestId: string | null;
  /** First complaint per field, keyed by the JSON Pointer without `#/`: `email`, `contact/website`. */
  fields: Record<string, string>;
  /** Every complaint, in the order they came. */
  complaints: string[];
}

/** Reads any thrown value; errors of the SDK carry `status`, `code`, `detail` and `errors`. */
export function toProblem(error: unknown): ApiProblem {
  const body = isRecord(error) ? error : {};
  const status = typeof body.status === 'number' ? body.status : null;
  const requestId = body.requestId ?? body.request_id;
  return {
    code: typeof body.code === 'string' && status !== null ? body.code : status === null ? 'network' : 'internal_error',
    status,
    detail: typeof body.detail === 'string' ? body.detail : null,
    requestId: typeof requestId === 'string' ? requestId : null,
    fields: readFields(body.errors),
    complaints: readComplaints(body.errors),
  };
}

function readFields(errors: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!Array.isArray(errors)) return fields;
  for (const entry of errors) {
    if (!isRecord(entry) || typeof entry.pointer !== 'string' || typeof entry.detail !== 'string') continue;
    fields[entry.pointer.replace(/^(#\/|\?|\/)/, '')] ??= entry.detail;
  }
  return fields;
}

function readComplaints(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry) => (isRecord(entry) && typeof entry.detail === 'string' ? [entry.detail] : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
