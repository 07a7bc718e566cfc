import { escapeForRegex } from '../../lib/escape-for-regex.ts';
import { makes } from '../stock/makes.ts';

const endsInNumber = /(?<!\d)\d{1,3}$/;

const names = [...makes].flatMap(([make, models]) =>
  models
    .filter((model) => endsInNumber.test(model))
    .map((model) => (/^\d/.test(model) ? `${make} ${model}` : model))
    .map((name) => escapeForRegex(name).replace(/ |\\?-/g, '[ -]?')),
);

/** Cars whose name ends in a number of its own (`Model 3`, `Peugeot 208`), where a number in groups is right behind. */
export const numberedNames = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?=[ \\u00a0]\\d{1,3}[ .,\\u00a0\\u202f]\\d{3}(?!\\d))`,
  'giu',
);
