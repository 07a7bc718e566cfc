import { type ReferenceDocument, type Schema, schemaName } from './document.ts';
import { type Html, html } from './html.ts';
import { renderLine } from './render-prose.ts';

function typesOf(schema: Schema): readonly string[] {
  return schema.type === undefined ? [] : [schema.type].flat();
}

/** Tells whether a schema has fields of its own, so that it gets a place under "Objects". */
export function isObject(schema: Schema): boolean {
  return schema.properties !== undefined;
}

/** One line about the values a schema allows. */
function renderType(document: ReferenceDocument, schema: Schema): Html {
  const target = document.resolve<Schema>(schema);
  const name = schemaName(schema);
  const orNull = typesOf(target).includes('null') ? ' or null' : '';
  if (name !== null && isObject(target)) return html`<a href="#object-${name}">${name}</a>${orNull}`;
  if (typesOf(target).includes('array') && target.items)
    return html`list of ${renderType(document, target.items)}${orNull}`;
  if (target.const !== undefined) return html`always <code>${JSON.stringify(target.const)}</code>`;
  if (target.enum) {
    const values = target.enum.filter((value) => value !== null);
    return html`${values.map((value, index) => html`${index > 0 && ' · '}<code>${String(value)}</code>`)}${orNull}`;
  }
  const words = typesOf(target).filter((type) => type !== 'null');
  return html`${words.join(' or ') || 'anything'}${target.format ? `, ${target.format}` : ''}${orNull}`;
}

function limitsOf(schema: Schema): string[] {
  const limits: string[] = [];
  if (schema.minLength === 1) limits.push('not empty');
  else if (schema.minLength) limits.push(`at least ${schema.minLength} characters`);
  if (schema.maxLength) limits.push(`at most ${schema.maxLength} characters`);
  if (schema.minimum !== undefined) limits.push(`from ${schema.minimum}`);
  if (schema.maximum !== undefined) limits.push(`to ${schema.maximum}`);
  if (schema.maxItems) limits.push(`at most ${schema.maxItems} items`);
  return limits;
}

interface Field {
  name: string;
  schema: Schema;
  required: boolean;
  description: string | undefined;
}

function renderField(document: ReferenceDocument, field: Field): Html {
  const target = document.resolve<Schema>(field.schema);
  const inner = typesOf(target).includes('array') && target.items ? document.resolve<Schema>(target.items) : target;
  const nested = schemaName(field.schema) ?? schemaName(target.items);
  const limits = limitsOf(target);
  const description = field.description ?? target.description;
  return html`<li>
    <p><code class="name">${field.name}</code> <span class="type">${renderType(document, field.schema)}</span>
    ${field.required && html`<span class="required">required</span>`}</p>
    ${description && html`<p>${renderLine(description)}</p>`}
    ${limits.length > 0 && html`<p class="quiet">${limits.join(', ')}</p>`}
    ${nested === null && isObject(inner) && renderFields(document, inner)}
  </li>`;
}

/** Renders the fields of an object, those within fields included. */
export function renderFields(document: ReferenceDocument, schema: Schema): Html {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) =>
    renderField(document, { name, schema: field, required: required.has(name), description: undefined }),
  );
  return html`<ul class="fields">${fields}</ul>`;
}

/** Renders parameters as fields. */
export function renderParameters(document: ReferenceDocument, parameters: readonly Field[]): Html {
  return html`<ul class="fields">${parameters.map((parameter) => renderField(document, parameter))}</ul>`;
}

/** Renders a body: a link to the object it is, or its fields. */
export function renderBody(document: ReferenceDocument, schema: Schema | undefined): Html | null {
  if (schema === undefined) return null;
  const target = document.resolve<Schema>(schema);
  const name = schemaName(schema);
  const title =
    name !== null && isObject(target) ? html`<p class="quiet">Object <a href="#object-${name}">${name}</a></p>` : null;
  return isObject(target) ? html`${title}${renderFields(document, target)}` : null;
}
