import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../custom-elements.json' with { type: 'json' };

type Offers = Record<'cssParts' | 'cssProperties' | 'slots', { name: string }[]>;

const elements = manifest.modules.flatMap(({ declarations }): Offers[] => declarations);
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|css)$/.test(file) && !file.endsWith('.test.ts') && !file.endsWith('-element.ts'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n');
const elementCode = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('-element.ts'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''))
  .join('\n');
const code = `${sources}\n${elementCode}`;

const found = (pattern: RegExp): string[] =>
  [...new Set([...code.matchAll(pattern)].flatMap(([, names = '']) => names.split(/\s+/)))].sort();
const documented = (names: string[]): string[] => [...new Set(names)].sort();

test('every part is documented, and there is none but those', () =>
  expect(found(/part(?:="|', '|=\$\{name === ')([\w\s-]+)["']/g)).toEqual(
    documented(elements.flatMap(({ cssParts }) => cssParts.map(({ name }) => name))),
  ));

test('every custom property is documented, and there is none but those', () =>
  expect(found(/var\((--norvalt-[a-z-]+)/g)).toEqual(
    documented(elements.flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name))),
  ));

test('every slot is documented', () =>
  expect(found(/<slot name="([\w-]+)"/g)).toEqual(
    documented(elements.flatMap(({ slots }) => slots.flatMap(({ name }) => name || []))),
  ));
