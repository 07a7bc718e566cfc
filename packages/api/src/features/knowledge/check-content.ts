import mongoose from 'mongoose';
import { type FieldError, Problem, unprocessable } from '../../http/problem.ts';
import { type KnowledgeContent, KnowledgeEntry } from './model.ts';
import { cleanText } from './parsing/clean-text.ts';

export const MAX_ENTRIES = 500;
export const MAX_TEXT_CHARACTERS = 200_000;
export const MAX_CHARACTERS = 4_000_000;

function dayErrors({ valid_from, valid_to }: KnowledgeContent): FieldError[] {
  const isDay = (day: string | null) => day === null || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
  const errors = Object.entries({ valid_from, valid_to })
    .filter(([, day]) => !isDay(day))
    .map(([name]) => ({ pointer: `#/${name}`, detail: 'is not a day of the calendar' }));
  if (errors.length === 0 && valid_from !== null && valid_to !== null && valid_to < valid_from) {
    errors.push({ pointer: '#/valid_to', detail: 'is before valid_from' });
  }
  return errors;
}

function translationErrors({ language, translations }: KnowledgeContent): FieldError[] {
  const languages = [language, ...translations.map((one) => one.language)];
  if (new Set(languages).size === languages.length) return [];
  return [{ pointer: '#/translations', detail: 'has a language twice' }];
}

function line(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/**
 * Tidies content as it is kept: what a reader would not see is taken out, blanks around texts go.
 * @throws Problem 422 naming what is empty, too long or contradicts itself
 */
export function checkContent(given: KnowledgeContent): KnowledgeContent {
  const content: KnowledgeContent = {
    ...given,
    title: line(given.title).slice(0, 300),
    text: cleanText(given.text),
    category: given.category === null ? null : line(given.category) || null,
    translations: given.translations.map(({ language, title, text }) => ({
      language,
      title: line(title),
      text: cleanText(text),
    })),
  };
  const errors = [...dayErrors(content), ...translationErrors(content)];
  if (content.title === '') errors.push({ pointer: '#/title', detail: 'has no text in it' });
  if (content.text === '') errors.push({ pointer: '#/text', detail: 'has no text in it' });
  if (content.text.length > MAX_TEXT_CHARACTERS) {
    errors.push({ pointer: '#/text', detail: `is longer than ${MAX_TEXT_CHARACTERS} characters` });
  }
  if (content.translations.some(({ title, text }) => title === '' || text === '')) {
    errors.push({ pointer: '#/translations', detail: 'has no text in one of them' });
  }
  if (errors.length > 0) throw unprocessable(errors);
  return content;
}

/** How much a text counts against the room of a dealership. */
export function charactersOf(content: KnowledgeContent): number {
  return content.translations.reduce((sum, { text }) => sum + text.length, content.text.length);
}

/** What a dealership's knowledge takes, without one entry. */
async function used(except: string): Promise<{ entries: number; characters: number }> {
  const [sum] = await KnowledgeEntry.aggregate<{ entries: number; characters: number }>([
    { $match: { _id: mongoose.trusted({ $ne: except }) } },
    { $group: { _id: null, entries: { $sum: 1 }, characters: { $sum: '$characters' } } },
  ]);
  return sum ?? { entries: 0, characters: 0 };
}

/**
 * Checks that an entry fits beside the others of the dealership.
 * @throws Problem 422 `knowledge_full` past 500 entries or 4 million characters
 */
export async function checkRoom(entryId: string, characters: number): Promise<void> {
  const taken = await used(entryId);
  if (taken.entries < MAX_ENTRIES && taken.characters + characters <= MAX_CHARACTERS) return;
  throw new Problem('knowledge_full', {
    detail: `A dealership keeps at most ${MAX_ENTRIES} entries and ${MAX_CHARACTERS} characters.`,
  });
}
