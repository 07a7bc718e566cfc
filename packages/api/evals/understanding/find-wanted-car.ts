import { findNamedVehicle, findNamedVehicles } from '../../src/answering/stock/find-named-vehicle.ts';
import { wantedText } from '../../src/answering/stock/wanted-text.ts';

/** The car that a customer asks for, as far as it can be told without the stock. */
export interface WantedCar {
  /** Make and model as a reply may repeat them (`Porsche Taycan`). */
  name: string;
  year: number | null;
}

const modelYear = /(?<![\d.])(?:19[89]|20[0-4])\d(?!\d|\.\d|\s?(?:km|kr|mil\b|,-))/;

/** The car a text asks for by make or model, not the customer's own; null when it names none. */
export function findWantedCar(text: string): WantedCar | null {
  const wanted = wantedText(text);
  const name = findNamedVehicle(wanted);
  if (name === null) return null;
  const year = modelYear.exec(wanted)?.[0];
  return { name, year: year === undefined ? null : Number(year) };
}

/** Every car a text asks for, in order; a make alone counts only where no model of it is named. */
export function findWantedCars(text: string): string[] {
  const names = [...new Set(findNamedVehicles(wantedText(text)))];
  const withModel = names.filter((name) => names.every((other) => other === name || !other.startsWith(`${name} `)));
  if (withModel.length > 1) return withModel;
  const only = findWantedCar(text)?.name;
  return only === undefined ? [] : [only];
}
