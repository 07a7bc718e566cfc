import type { Method } from '../../http/contract.ts';
import type { OperationId } from '../../http/policy.ts';

/** A JSON Schema as far as openapi.yaml uses it. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  example?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  required?: readonly string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

export interface MediaType {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Response {
  description: string;
  headers?: Record<string, { $ref?: string; description?: string }>;
  content?: Record<string, MediaType>;
}

/** One operation with its references followed. */
export interface ReferenceOperation {
  id: OperationId;
  method: Method;
  path: string;
  tag: string;
  summary: string;
  description: string | undefined;
  parameters: readonly Parameter[];
  body: { required: boolean; content: Record<string, MediaType> } | null;
  responses: readonly { status: string; response: Response }[];
}

interface RawOperation {
  operationId: OperationId;
  tags: readonly string[];
  summary: string;
  description?: string;
  parameters?: readonly unknown[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, unknown>;
}

interface RawDocument {
  info: { title: string; version: string; summary: string; description: string };
  tags: readonly { name: string; description: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, { description: string }>;
    headers: Record<string, { description: string }>;
  };
}

const METHODS: readonly Method[] = ['get', 'post', 'patch', 'put', 'delete'];

/** openapi.yaml as the reference page reads it. */
export class ReferenceDocument {
  readonly info: RawDocument['info'];
  readonly tags: RawDocument['tags'];
  readonly schemas: Record<string, Schema>;
  readonly securitySchemes: Record<string, { description: string }>;
  readonly operations: readonly ReferenceOperation[];
  readonly #document: RawDocument;

  constructor(document: Record<string, unknown>) {
    this.#document = document as unknown as RawDocument;
    this.info = this.#document.info;
    this.tags = this.#document.tags;
    this.schemas = this.#document.components.schemas;
    this.securitySchemes = this.#document.components.securitySchemes;
    this.operations = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method) => (item[method] ? [this.#operation(path, method, item)] : [])),
    );
  }

  /** Follows a reference, if it is one. */
  resolve<T>(value: unknown): T {
    const reference = (value as { $ref?: string } | null)?.$ref;
    if (reference === undefined) return value as T;
    return reference
      .slice(2)
      .split('/')
      .reduce((node: unknown, key) => (node as Record<string, unknown>)[key], this.#document) as T;
  }

  #operation(path: string, method: Method, item: Record<string, unknown>): ReferenceOperation {
    const raw = item[method] as RawOperation;
    const shared = (item.parameters ?? []) as readonly unknown[];
    return {
      id: raw.operationId,
      method,
      path,
      tag: raw.tags[0] ?? '',
      summary: raw.summary,
      description: raw.description,
      parameters: [...shared, ...(raw.parameters ?? [])].map((parameter) => this.resolve<Parameter>(parameter)),
      body: raw.requestBody ? { required: raw.requestBody.required ?? false, content: raw.requestBody.content } : null,
      responses: Object.entries(raw.responses).map(([status, response]) => ({
        status,
        response: this.resolve<Response>(response),
      })),
    };
  }
}

/** The name of the schema a reference points at, or null. */
export function schemaName(schema: Schema | undefined): string | null {
  return schema?.$ref?.split('/').at(-1) ?? null;
}
