import { setFlagsFromString } from 'node:v8';
import { MongoError } from '../errors.ts';
import { foldCase } from './fold-case.ts';

// A pattern that backtracks without end would stop the server for everybody: V8 then goes over to its linear engine,
// which knows neither the flag i nor u. That is why those are translated away wherever they can be.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

const cache = new Map<string, RegExp>();

/**
 * The JavaScript expression for a pattern with the options i, m, s, x and u.
 * @throws MongoError 51091 for a pattern that does not parse, 51108 for an option there is not.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  const key = `${options}/${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  if (pattern.includes('\0')) throw new MongoError(2, 'Regular expression cannot contain an embedded null byte');
  for (const option of options) {
    if (!'imsxu'.includes(option)) throw new MongoError(51108, `invalid flag in regex options: ${option}`);
  }
  let source = options.includes('x') ? withoutSpace(pattern) : pattern;
  let flags = options.replace(/[xu]/g, '');
  const inline = /^\(\?([ims]+)\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    flags = [...new Set(flags + inline[1])].join('');
  }
  const compiled = compile(source, flags, pattern);
  if (cache.size > 500) cache.clear();
  cache.set(key, compiled);
  return compiled;
}

function withoutSpace(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (part) => (/^[\s#]/.test(part) ? '' : part));
}

function compile(source: string, flags: string, pattern: string): RegExp {
  const translated = source.replace(/\\(A|z|x\{[0-9a-fA-F]+\}|[\s\S])/g, (part, what: string) => {
    if (what === 'A') return '^';
    if (what === 'z') return '$';
    return what.startsWith('x{') ? `\\u${what.slice(1)}` : part;
  });
  const folded = flags.includes('i') ? foldCase(translated) : undefined;
  const [body, kept] = folded === undefined ? [translated, flags] : [folded, flags.replace('i', '')];
  const needsUnicode = /\\[pP]\{|\\u\{|[\ud800-\udfff]/.test(translated);
  try {
    return new RegExp(body, needsUnicode ? `${kept}u` : kept);
  } catch (error) {
    throw new MongoError(51091, `Regular expression is invalid: ${pattern}: ${String(error)}`);
  }
}

/** The literal text that every match of an anchored, case-sensitive pattern starts with; empty when there is none. */
export function literalPrefix(pattern: string, options: string): string {
  if (/[imx]/.test(options) || !(pattern.startsWith('^') || pattern.startsWith('\\A'))) return '';
  const text = pattern.slice(pattern.startsWith('^') ? 1 : 2);
  if (text.replace(/\\./gs, '').includes('|')) return '';
  const body = [...text];
  let prefix = '';
  for (let i = 0; i < body.length; i++) {
    let char = body[i] ?? '';
    if (char === '\\') {
      char = body[++i] ?? '';
      if (/[a-zA-Z0-9]/.test(char) || char === '') return prefix;
    } else if ('.[](){}*+?^$|'.includes(char)) return prefix;
    const next = body[i + 1] ?? '';
    if (next === '*' || next === '?' || next === '{') return prefix;
    prefix += char;
  }
  return prefix;
}
