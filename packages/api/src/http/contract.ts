import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { OperationId } from './policy.ts';

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** One operation of openapi.yaml. */
export interface Operation {
  id: OperationId;
  method: Method;
  path: string;
  /** The path as Express writes it. */
  expressPath: string;
  idempotent: boolean;
  summary: string;
}

interface PathItem {
  parameters?: { $ref?: string }[];
  [method: string]: unknown;
}

/** The contract as the server uses it. */
export interface Contract {
  document: Record<string, unknown>;
  operations: readonly Operation[];
}

const METHODS: readonly Method[] = ['get', 'post', 'patch', 'put', 'delete'];

/**
 * Reads openapi.yaml.
 * @throws Error when it cannot be read or an operation has no operationId
 */
export function loadContract(file: string): Contract {
  const document = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) as { paths: Record<string, PathItem> };
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const found = item[method] as
        | { operationId?: string; summary?: string; parameters?: { $ref?: string }[] }
        | undefined;
      if (!found) continue;
      if (!found.operationId) throw new Error(`${method} ${path} has no operationId`);
      const parameters = [...(item.parameters ?? []), ...(found.parameters ?? [])];
      operations.push({
        id: found.operationId as OperationId,
        method,
        path,
        expressPath: path.replace(/\{(\w+)\}/g, ':$1'),
        idempotent: parameters.some((parameter) => parameter.$ref?.endsWith('/IdempotencyKey')),
        summary: found.summary ?? '',
      });
    }
  }
  return { document, operations };
}
