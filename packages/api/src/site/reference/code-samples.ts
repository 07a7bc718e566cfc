import { isPublic } from '../../http/policy.ts';
import type { ReferenceDocument, ReferenceOperation } from './document.ts';
import { exampleOfBody } from './example-of.ts';
import { sampleId } from './sample-ids.ts';
import { sdkMethods } from './sdk-methods.ts';

const JSON_TYPE = 'application/json';

function pathValue(name: string): string | null {
  return name === 'form_id' ? 'default' : sampleId(name, null);
}

function samplePath(path: string): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => pathValue(name) ?? `$${name.toUpperCase()}`);
}

/** The call as a command line that can be pasted into a shell. */
export function curlSample(document: ReferenceDocument, operation: ReferenceOperation, publicUrl: string): string {
  const lines = [
    `curl ${operation.method === 'get' ? '' : `-X ${operation.method.toUpperCase()} `}${publicUrl}${samplePath(operation.path)}`,
  ];
  if (!isPublic(operation.id)) lines.push('-H "Authorization: Bearer $NORVALT_API_KEY"');
  if (operation.parameters.some((parameter) => parameter.name === 'Idempotency-Key'))
    lines.push('-H "Idempotency-Key: $(uuidgen)"');
  const media = operation.body?.content[JSON_TYPE];
  if (media) {
    lines.push(`-H 'Content-Type: ${JSON_TYPE}'`);
    lines.push(`-d '${JSON.stringify(exampleOfBody(document, media), null, 2).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(' \\\n  ');
}

/** The call with `@norvalt/sdk`, or null where the SDK has none. */
export function sdkSample(document: ReferenceDocument, operation: ReferenceOperation): string | null {
  const method = sdkMethods[operation.id];
  if (method === null) return null;
  if (method === 'live')
    return 'for await (const event of norvalt.live()) {\n  console.log(event.type, event.data);\n}';
  if (operation.id === 'uploadKnowledge')
    return "const result = await norvalt.knowledge.upload(new Blob(['…']), { type: 'text/plain', title: 'Garanti' });";
  const ids = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => `'${pathValue(parameter.name) ?? '…'}'`);
  const media = operation.body?.content[JSON_TYPE];
  const body = media ? [toTypeScript(exampleOfBody(document, media))] : [];
  const call = `norvalt.${method}(${[...ids, ...body].join(', ')})`;
  const isList = operation.parameters.some((parameter) => parameter.name === 'cursor');
  if (isList) return `for await (const item of ${call}) {\n  console.log(item);\n}`;
  return operation.responses[0]?.status === '204' ? `await ${call};` : `const result = await ${call};`;
}

/** JSON as a person writes it in TypeScript. */
function toTypeScript(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/^(\s*)"([a-z_]+)":/gm, '$1$2:')
    .replace(/"((?:[^"\\']|\\[^"])*)"/g, "'$1'");
}
