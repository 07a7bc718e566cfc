import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type RawCase, readCases } from './read-cases.ts';

/** The cases rules may be tuned on, and those that were written apart and are only ever counted. */
export type Half = 'dev' | 'test';

/** Where the cases lie; a bundle of this program runs elsewhere, so that the place is handed in. */
export interface CaseFolder {
  read(file: string): string;
}

/** Reads case files of a folder. */
export function openCaseFolder(folder: string): CaseFolder {
  return { read: (file) => readFileSync(path.join(folder, file), 'utf8') };
}

const files = {
  understanding: {
    dev: ['dev-nb.txt', 'dev-neighbours.txt', 'dev-hard.txt', 'dev-values.txt'],
    test: ['test-nb.txt', 'test-neighbours.txt', 'test-hard.txt'],
  },
  replies: { dev: ['dev.txt'], test: ['test.txt'] },
} as const;

/** The cases of one half of a set. */
export function loadCases(folder: CaseFolder, set: keyof typeof files, half: Half): RawCase[] {
  return files[set][half].flatMap((file) => readCases(folder.read(`${set}/${file}`), file));
}

/** Files of the test half with the hash they were frozen at; empty when all are as they were. */
export function changedTestFiles(folder: CaseFolder): string[] {
  const frozen = JSON.parse(folder.read('frozen.json')) as Record<string, string>;
  return Object.entries(frozen)
    .filter(([file, hash]) => createHash('sha256').update(folder.read(file)).digest('hex') !== hash)
    .map(([file]) => file);
}
