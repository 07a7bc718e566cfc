import { foldText } from '../text/fold-text.ts';
import { normalizeToken } from '../vehicle-search-tokens.ts';
import { withinOneEdit } from './edit-distance.ts';
import { makes } from './makes.ts';
import { ordinaryNames } from './ordinary-names.ts';

const allCapitals = new Set(['bmw', 'byd', 'mg', 'ds', 'vw', 'gti', 'suv']);
/** Definite endings as Scandinavians hang them on a name: `Golfen`, `XC40-en`, `V60:n`, `EV6'eren`. */
const endings = [/[-'’:.]?e[nt]$/u, /[-'’:.]?eren$/u, /[-'’:.]?(?:ern|ene|er)$/u, /[-'’:.]?n$/u];
/** `Kona-en`, `Up'en`: nobody hangs it on an ordinary word like that. */
const hungOn = /[-'’:](?:eren|en|et|n)$/u;
const mostModelWords = 3;
const year = /^(?:19[89]|20[0-4])\d$|^2[o0]\d[\do]$/i;

interface Word {
  /** As it was written. */
  written: string;
  folded: string;
}

interface Model {
  make: string;
  /** A make or model that is also an ordinary word needs its make beside it. */
  needsMake: boolean;
}

const compact = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, '');

/** Models by their letters and digits alone (`cx30`, `modely`), as far as one make has them. */
const models: ReadonlyMap<string, Model> = new Map(
  [...makes].flatMap(([make, names]) =>
    names.map((name): [string, Model] => {
      const key = compact(foldText(name));
      return [key, { make, needsMake: ordinaryNames.has(name) || /^\d+$/.test(key) || key.length < 3 }];
    }),
  ),
);
const modelsOf = new Map(
  [...makes].map(([make, names]) => [make, new Set(names.map((name) => compact(foldText(name))))]),
);

function readWords(text: string): Word[] {
  const found = text.match(/[\p{L}\p{N}]+(?:[.:'’-][\p{L}\p{N}]+)*/gu) ?? [];
  return found.map((written) => ({ written, folded: normalizeToken(foldText(written)) }));
}

function spell(written: string): string {
  const lower = written.toLowerCase();
  if (allCapitals.has(lower)) return lower.toUpperCase();
  if (/^(?:[^aeiouyæøå\d]{2,3}|eq[a-z])$/.test(lower)) return lower.toUpperCase();
  if (/^i(?:\d|x)/.test(lower)) return `i${lower.slice(1).toUpperCase()}`;
  if (written !== lower && (written !== written.toUpperCase() || /\d/.test(written) || written.length < 4))
    return written;
  return /\d/.test(written) ? written.toUpperCase() : written.charAt(0).toUpperCase() + lower.slice(1);
}

/** What scans and thumbs make of a name: `xc6o`, `mode1`. */
function misread(folded: string): string[] {
  if (!/\d/.test(folded)) return [];
  const asNumber = folded.replace(/(?<=\d)o|o(?=\d)/g, '0').replace(/(?<=\d)[il]/g, '1');
  const asWord = folded.replace(/(?<=[a-z]{2})1/g, 'l').replace(/(?<=[a-z]{2})0(?=[a-z])/g, 'o');
  return [asNumber, asWord].filter((reading) => reading !== folded);
}

/** The name a word may be, with and without what was hung on it. */
function readings(folded: string): string[] {
  const stems = endings
    .map((ending) => folded.replace(ending, ''))
    .filter((stem) => stem !== folded && stem.length > 1);
  return [folded, ...stems, ...misread(folded)];
}

/** A model that begins at `at`: how many words it takes, and how it is spelled without endings; the longest wins. */
function modelAt(
  words: readonly Word[],
  at: number,
  isModel: (key: string) => boolean,
): { length: number; name: string } | null {
  for (let length = Math.min(mostModelWords, words.length - at); length > 0; length -= 1) {
    const slice = words.slice(at, at + length);
    const last = slice.at(-1);
    if (last === undefined) continue;
    const before = slice.slice(0, -1);
    const hit = readings(last.folded).find((reading) =>
      isModel(compact(before.map(({ folded }) => folded).join('') + reading)),
    );
    if (hit === undefined) continue;
    const isPart = last.folded.startsWith(hit);
    const cut = isPart ? last.written.slice(0, last.written.length - (last.folded.length - hit.length)) : hit;
    const isPlain = normalizeToken(foldText(last.written)) === foldText(last.written);
    const spelled = spell(isPlain ? cut : hit);
    return { length, name: [...before.map(({ written }) => spell(written)), spelled].join(' ') };
  }
  return null;
}

function makeAt(words: readonly Word[], at: number): { make: string; length: number } | null {
  const [first, second] = [words[at]?.folded ?? '', words[at + 1]?.folded ?? ''];
  if (makes.has(`${first} ${second}`)) return { make: `${first} ${second}`, length: 2 };
  const make = readings(first.replace(/-benz$/, '')).find((reading) => makes.has(reading));
  if (make === undefined) return null;
  // "Mercedes Benz" is one make in two words.
  return { make, length: second === make ? 2 : 1 };
}

/** What follows a make and looks like a model that no catalogue has yet: `BMW i9`, `Kia EV2`. */
function unknownModel(word: Word | undefined): string | null {
  if (word === undefined || year.test(word.written) || !/\d/.test(word.written) || /^\d{3,}/.test(word.written))
    return null;
  return spell(word.written.replace(/-en$/i, ''));
}

function spellMake(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ written }) => spell(written))
    .join(' ')
    .replace(/ (?=Benz$)/, '-');
}

function nameFromMake(words: readonly Word[], at: number): string | null {
  const found = makeAt(words, at);
  if (found === null) return null;
  const known = modelsOf.get(found.make) ?? new Set();
  const model = modelAt(words, at + found.length, (key) => known.has(key));
  const name = model?.name ?? unknownModel(words[at + found.length]);
  // "Seat" and "Mini" are only makes with a model behind them.
  if (name === null && ordinaryNames.has(found.make)) return null;
  const make = spellMake(words, at, found.length);
  return name === null ? make : `${make} ${name}`;
}

function nameFromModel(words: readonly Word[], at: number): string | null {
  let make = '';
  const certain = hungOn.test(words[at]?.written ?? '');
  const found = modelAt(words, at, (key) => {
    const model = models.get(key);
    if (model === undefined || (model.needsMake && !certain) || /^\d+$/.test(key)) return false;
    make = model.make;
    return true;
  });
  if (found === null) return null;
  // Some models bear the name of their make: MG4, Polestar 2.
  return foldText(found.name).startsWith(make) ? found.name : `${spell(make)} ${found.name}`;
}

/** Cars a text names by a known make or model, as a reply may repeat them (`Porsche Taycan`), in order. */
export function findNamedVehicles(text: string): string[] {
  const words = readWords(text);
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const name = nameFromMake(words, at) ?? nameFromModel(words, at);
    if (name === null) continue;
    names.push(name);
    at += Math.max(0, name.split(' ').length - 1);
  }
  return names;
}

const longEnoughForTypos = 6;
const longModels = [...models].filter(
  ([key, { needsMake }]) => !needsMake && key.length >= longEnoughForTypos && !/\d/.test(key),
);

/** A model with one letter wrong (`Qashqay`), for a text that names no car as it is spelled. */
function misspelledVehicle(text: string): string | null {
  for (const { folded } of readWords(text)) {
    if (folded.length < longEnoughForTypos) continue;
    const hit = longModels.find(([key]) => key[0] === folded[0] && withinOneEdit(folded, key));
    if (hit !== undefined) return `${spell(hit[1].make)} ${spell(hit[0])}`;
  }
  return null;
}

/** The car a text names, one with its model before one without; null when it names none. */
export function findNamedVehicle(text: string): string | null {
  const names = findNamedVehicles(text);
  return names.find((name) => name.includes(' ')) ?? misspelledVehicle(text) ?? names[0] ?? null;
}
