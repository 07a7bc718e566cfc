import { escapeForRegex } from '../../lib/escape-for-regex.ts';
import { foldText } from '../text/fold-text.ts';
import type { VehicleFacts } from '../types.ts';

/** A place in the text that names a car, and the facts it may be: several when the name fits several. */
export interface VehicleMention {
  start: number;
  end: number;
  vehicles: VehicleFacts[];
  /** Only the make was said, so the next word may be a model that is not in stock. */
  makeOnly: boolean;
}

const ordinaryWord =
  /^(?:\d{1,4}|up!?|note|one|go|leaf|jazz|free|master|partner|born|spring|soul|rapid|puma|seal|is|smart|mini|seat)$/i;

function namesOf(vehicle: VehicleFacts): { name: string; makeOnly: boolean }[] {
  const { title, make, model, variant, year } = vehicle;
  const join = (...parts: (string | number | null)[]) => parts.filter((part) => part !== null && part !== '').join(' ');
  const full = [
    title,
    join(make, model, variant, year),
    join(make, model, variant),
    join(make, model, year),
    join(make, model),
  ];
  const bare =
    model.length >= 2 && !ordinaryWord.test(model)
      ? [join(model, variant, year), join(model, variant), join(model, year), model]
      : [];
  const named = [...full, ...bare].map((name) => ({ name, makeOnly: false }));
  return [...named, ...(ordinaryWord.test(make) ? [] : [{ name: make, makeOnly: true }])];
}

function collectNames(vehicles: VehicleFacts[]): { name: string; vehicles: VehicleFacts[]; makeOnly: boolean }[] {
  const byName = new Map<string, { name: string; vehicles: VehicleFacts[]; makeOnly: boolean }>();
  for (const vehicle of vehicles) {
    for (const { name, makeOnly } of namesOf(vehicle)) {
      if (name.trim() === '') continue;
      const key = foldText(name);
      const known = byName.get(key) ?? { name, vehicles: [], makeOnly };
      if (!known.vehicles.includes(vehicle)) known.vehicles.push(vehicle);
      byName.set(key, known);
    }
  }
  return [...byName.values()].sort((left, right) => right.name.length - left.name.length);
}

/** Every place in a text that names one of the vehicles, longest name first, in order of appearance. */
export function findVehicleMentions(text: string, vehicles: VehicleFacts[]): VehicleMention[] {
  let rest = text;
  const mentions: VehicleMention[] = [];
  for (const { name, vehicles: named, makeOnly } of collectNames(vehicles)) {
    const flexible = escapeForRegex(name).replace(/\s+/g, '\\s+');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${flexible}(?:'?e[nt])?(?![\\p{L}\\p{N}])`, 'giu');
    for (const match of [...rest.matchAll(pattern)]) {
      const start = match.index;
      const end = start + match[0].length;
      mentions.push({ start, end, vehicles: named, makeOnly });
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return mentions.sort((left, right) => left.start - right.start);
}
