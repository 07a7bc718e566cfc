import type { Language, ReplyStyle } from '../types.ts';
import type { GreetedName } from './first-name.ts';

const shortest = 3;

const formal: Readonly<Record<Language, (name: string | null) => string>> = {
  nb: (name) => (name === null ? 'God dag,' : `God dag ${name},`),
  en: (name) => (name === null ? 'Good day,' : `Dear ${name},`),
  sv: (name) => (name === null ? 'God dag,' : `God dag ${name},`),
  da: (name) => (name === null ? 'Goddag,' : `Goddag ${name},`),
  de: (name) => (name === null ? 'Guten Tag,' : `Guten Tag ${name},`),
};

/** The greeting of a style; null where the templates' own is meant. */
export function styledGreeting(style: ReplyStyle | undefined, language: Language, name: GreetedName): string | null {
  return style?.personality === 'formal' ? formal[language](language === 'de' ? name.full : name.first) : null;
}

/** Fewer sentences where answers are to be short; the first say what was asked, the last is the next step. */
export function shorten(sentences: readonly string[], style: ReplyStyle | undefined): string[] {
  const brief = style?.length === 'short' || style?.personality === 'factual';
  if (!brief || sentences.length <= shortest) return [...sentences];
  return [...sentences.slice(0, shortest - 1), ...sentences.slice(-1)];
}

/** The question a reply is to end with, in its language; null where there is none. */
export function questionIn(style: ReplyStyle | undefined, language: Language): string | null {
  return style?.question?.[language] ?? null;
}
