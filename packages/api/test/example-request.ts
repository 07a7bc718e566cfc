import type { Contract, Operation } from '../src/http/contract.ts';

interface MediaType {
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface OperationObject {
  requestBody?: { content: Record<string, MediaType> };
}

/** An id that looks like ours and is nobody's. */
export const NOBODYS_ULID = '01JD8Y3M5T9Q4W7Z2X6C1V8B0N';

/** The body the contract gives as an example, or `undefined` where an operation takes none. */
export function exampleBody(contract: Contract, operation: Operation): unknown {
  const paths = contract.document.paths as Record<string, Record<string, OperationObject>>;
  const json = paths[operation.path]?.[operation.method]?.requestBody?.content['application/json'];
  return json?.example ?? Object.values(json?.examples ?? {})[0]?.value;
}

/** The example of an operation as it goes over the wire: JSON where the contract has it, else as it stands there. */
export function exampleRequest(contract: Contract, operation: Operation): { type: string; text: string } | null {
  const body = exampleBody(contract, operation);
  if (body !== undefined) return { type: 'application/json', text: JSON.stringify(body) };
  const paths = contract.document.paths as Record<string, Record<string, OperationObject>>;
  const contents = Object.entries(paths[operation.path]?.[operation.method]?.requestBody?.content ?? {});
  const [type, media] = contents.find(([, { example }]) => typeof example === 'string') ?? [];
  return type === undefined ? null : { type, text: String(media?.example) };
}

/** The names in braces in the path of an operation. */
export function pathParameters(operation: Operation): string[] {
  return [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** The path of an operation with its parameters filled in. */
export function pathOf(operation: Operation, valueFor: (parameter: string) => string): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueFor(name)));
}
