import { makes } from '../stock/makes.ts';

/** Makes and models that are ordinary words or names too; one of these alone does not mean a car. */
const ordinary = new Set(
  `
  smart mini seat ds mg nio aston lynk voyah note free one partner master focus leaf spring soul up
  puma rapid born seal compass legacy across es is nx rx rz ux xe xf zs tt ix han tang volt atto
  explorer ranger galaxy continental vantage discovery defender outlander avenger cooper california
  transporter beetle fabia scala superb marvel dolphin accord jazz civic kona rio optima verso swift
  space_star yeti
  `
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' ')),
);

const names = [...makes.keys(), ...[...makes.values()].flat(), 'vw']
  .filter((name) => /[a-z]/.test(name) && name.length > 1 && !ordinary.has(name))
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[ -]?'));

/** Any make or model that can only be a car, in folded text. */
export const knownCarName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'u');
