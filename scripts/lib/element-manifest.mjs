// What the custom elements of the widget offer, read from their code: as a manifest, and as tables for people.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

// What is static is how our own modules find each other.
const isPublic = ({ name, privacy, static: isStatic }) =>
  !isStatic && !name.startsWith('#') && (privacy === undefined || privacy === 'public');

/** The part of a declaration that concerns who embeds the element. */
function outside({ kind, name, description, tagName, members, superclass, customElement, ...offers }) {
  const sorted = { kind, name, description, tagName, customElement, superclass, members: members.filter(isPublic) };
  return { ...sorted, ...offers };
}

/**
 * Reads the elements declared with `@tag` in these files.
 * @returns a custom elements manifest (schema 1.0.0), https://github.com/webcomponents/custom-elements-manifest
 */
export async function readManifest(folder, files) {
  const modules = await Promise.all(
    files.map(async (file) =>
      ts.createSourceFile(file, await readFile(path.join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true),
    ),
  );
  const manifest = create({ modules, plugins: litPlugin(), dev: false });
  return {
    schemaVersion: manifest.schemaVersion,
    readme: 'README.md',
    modules: manifest.modules.map((module) => ({
      kind: module.kind,
      path: module.path,
      declarations: module.declarations.filter(({ tagName }) => tagName).map(outside),
    })),
  };
}

const cell = (text = '') =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function methodRows(members) {
  return members
    .filter(({ kind }) => kind === 'method')
    .map(({ name, parameters = [], description }) => [
      `\`${name}(${parameters.map((parameter) => parameter.name).join(', ')})\``,
      description,
    ]);
}

/** The tables of one element, as Markdown. */
export function renderElement({
  attributes = [],
  members = [],
  slots = [],
  events = [],
  cssProperties = [],
  cssParts = [],
}) {
  const code = (name) => `\`${name}\``;
  // Every element has `lang`; of the others only those that the code declares.
  const propertyOf = ({ name, fieldName }) => (fieldName ? code(fieldName) : name === 'lang' ? code(name) : '');
  const tables = [
    [['attribute', 'property', 'meaning'], attributes.map((a) => [code(a.name), propertyOf(a), a.description])],
    [['method', 'meaning'], methodRows(members)],
    [['slot', 'meaning'], slots.map((slot) => [slot.name ? code(slot.name) : '(none)', slot.description])],
    [['event', 'when'], events.map((event) => [code(event.name), event.description])],
    [
      ['custom property', 'default', 'what it colours or measures'],
      cssProperties.map((p) => [code(p.name), p.default, p.description]),
    ],
    [['part', 'what it is'], cssParts.map((part) => [code(part.name), part.description])],
  ];
  return tables
    .filter(([, rows]) => rows.length > 0)
    .map(([head, rows]) => table(head, rows))
    .join('\n\n');
}

/** A text with what stands between `<!-- element tag -->` and `<!-- end -->` written anew from the manifest. */
export function fillIn(text, manifest) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  return text.replace(/(<!-- element ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, tag, close) => {
    const element = elements.find(({ tagName }) => tagName === tag);
    if (!element) throw new Error(`There is no <${tag}>`);
    return `${open}\n${renderElement(element)}\n\n${close}`;
  });
}
