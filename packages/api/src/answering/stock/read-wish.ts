import { extractBudget } from '../rules/extract-budget.ts';
import { foldText } from '../text/fold-text.ts';
import type { VehicleFacts } from '../types.ts';

/** A kind of car as customers call it and as stock lists it. */
interface Kind {
  asked: RegExp;
  listed: RegExp;
}

const fuels: readonly Kind[] = [
  {
    asked: /(?<!\p{L})(?:el-?bil\p{L}*|elektrisk\p{L}*|helelektrisk\p{L}*|electric|evs?)(?!\p{L})/u,
    listed: /^(?:el|elektri\p{L}*|electric|ev|elbil)/u,
  },
  { asked: /(?<!\p{L})(?:plug-?in|ladbar)/u, listed: /plug|ladbar|phev/u },
  { asked: /(?<!\p{L})hybrid/u, listed: /hybrid|hev/u },
  { asked: /(?<!\p{L})diesel/u, listed: /diesel/u },
  { asked: /(?<!\p{L})(?:bensin|petrol|gasoline)/u, listed: /bensin|petrol|gasoline/u },
];
const bodies: readonly Kind[] = [
  { asked: /(?<!\p{L})suv/u, listed: /suv|crossover/u },
  { asked: /(?<!\p{L})(?:stasjonsvogn|stv\b|estate|wagon|touring|kombi)/u, listed: /stasjonsvogn|estate|wagon|kombi/u },
  { asked: /(?<!\p{L})(?:varebil|kassebil|vans?\b)/u, listed: /varebil|kasse|van/u },
  { asked: /(?<!\p{L})(?:kabriolet|cabriolet|cab\b|convertible)/u, listed: /cab|kabriolet|convertible/u },
  { asked: /(?<!\p{L})sedan/u, listed: /sedan|saloon/u },
];

/** What a customer looks for when they name no car: kinds of fuel and body, and a ceiling in whole kroner. */
export interface Wish {
  fuels: readonly Kind[];
  bodies: readonly Kind[];
  maxPrice: number | null;
}

/** Reads fuel, body and budget out of a text; null when it names none of them. */
export function readWish(text: string): Wish | null {
  const folded = foldText(text);
  const asked = (kinds: readonly Kind[]) => kinds.filter((kind) => kind.asked.test(folded));
  const budget = extractBudget(text);
  // "Rundt 350 000" is no ceiling: what costs a little more is still of interest.
  const maxPrice =
    budget !== null && /(?<!\p{L})(?:rundt|ca|circa|omtrent|around|about|cirka)(?!\p{L})/u.test(folded)
      ? budget * 1.1
      : budget;
  const wish = { fuels: asked(fuels), bodies: asked(bodies), maxPrice };
  return wish.fuels.length + wish.bodies.length === 0 && wish.maxPrice === null ? null : wish;
}

/** Whether a vehicle is what was wished for; a property stock does not know does not count as met. */
export function fitsWish(vehicle: VehicleFacts, wish: Wish): boolean {
  const listed = (kinds: readonly Kind[], value: string | null) =>
    kinds.length === 0 || (value !== null && kinds.some((kind) => kind.listed.test(foldText(value))));
  const affordable = wish.maxPrice === null || (vehicle.price !== null && vehicle.price <= wish.maxPrice);
  return affordable && listed(wish.fuels, vehicle.fuel) && listed(wish.bodies, vehicle.body);
}
