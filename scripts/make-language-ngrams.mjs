// Cuts the n-gram table of `eld` (Apache-2.0) down to the five languages of customers and writes it; to be run when
// `eld` is updated. `--check` fails when what is written is not what would be written.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dictionary } from '../node_modules/eld/src/dictionary.js';
import { ngramsData } from '../node_modules/eld/src/ngrams/medium.js';
import { root } from './lib/paths.mjs';

const folder = path.join(root, 'packages/api/src/generated');
const written = path.join(folder, 'language-ngrams.ts');
/** What eld calls them, in the order in which the detector counts. */
const languages = ['no', 'en', 'sv', 'da', 'de'];
const nothing = '--';

function idOf(language) {
  const found = Object.entries(ngramsData.languages).find(([, code]) => code === language);
  if (!found) throw new Error(`eld no longer knows ${language}`);
  return found[0];
}

/** The ids are renumbered 0 to 4 by the order of `languages`: with the old ones every answer would be wrong. */
function tableOf() {
  const ids = languages.map(idOf);
  return Object.entries(ngramsData.ngrams)
    .map(([ngram, scores]) => [ngram, ids.map((id) => scores[id])])
    .filter(([, scores]) => scores.some((score) => score !== undefined))
    .map(([ngram, scores]) => {
      const spelled = scores.map((score) => (score === undefined ? nothing : score.toString(36).padStart(2, '0')));
      return spelled.join('') + ngram;
    })
    .join('\n');
}

/** How eld writes a letter beyond ASCII: a character for each of its bytes in UTF-8. */
function lettersOf() {
  const letters = Array.from({ length: 0x180 - 0xdf }, (_, offset) => String.fromCharCode(0xdf + offset));
  return Object.fromEntries(
    letters.map((letter) => [letter, [...Buffer.from(letter)].map((byte) => dictionary[byte]).join('')]),
  );
}

async function describe() {
  const { version } = JSON.parse(await readFile(path.join(root, 'node_modules/eld/package.json'), 'utf8'));
  return `// Made by scripts/make-language-ngrams.mjs; do not edit.
//
// Derived from the n-gram data ("medium") of eld ${version}, https://github.com/nitotm/efficient-language-detector-js,
// Copyright 2023 Nito T.M., Apache License 2.0 (language-ngrams.LICENSE.txt beside this file). Changed: cut down from
// 60 languages to five, languages renumbered in the order nb, en, sv, da, de, written as one string.

/** A line for each n-gram: two base-36 digits for each language (\`--\` where it does not occur), then the n-gram. */
export const ngramTable = ${JSON.stringify(tableOf())};

/** How the n-grams spell letters beyond ASCII. */
export const ngramLetters: Readonly<Record<string, string>> = ${JSON.stringify(lettersOf())};
`;
}

const made = await describe();
if (process.argv.includes('--check')) {
  if ((await readFile(written, 'utf8')) !== made) {
    console.error('packages/api/src/generated/language-ngrams.ts is not what eld would give. Run it without --check.');
    process.exitCode = 1;
  }
} else {
  await writeFile(written, made);
  await writeFile(
    path.join(folder, 'language-ngrams.LICENSE.txt'),
    await readFile(path.join(root, 'node_modules/eld/LICENSE'), 'utf8'),
  );
}
