import { escapeForRegex } from '../../lib/escape-for-regex.ts';
import { makes } from '../stock/makes.ts';
import { ordinaryNames } from '../stock/ordinary-names.ts';

const names = [...makes.keys(), ...[...makes.values()].flat(), 'vw']
  .filter((name) => /[a-z]/.test(name) && name.length > 1 && !ordinaryNames.has(name))
  .map((name) => escapeForRegex(name).replace(/[ -]/g, '[ -]?'));

/** Any make or model that can only be a car, in folded text. */
export const knownCarName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'u');
