import type { AdfLead, AdfVehicle } from './read-adf.ts';

/** The car as a person would name it: `2022 Volvo XC60 B5 (stock 4711)`. */
function titleOf(vehicle: AdfVehicle): string {
  const name = [vehicle.year, vehicle.make, vehicle.model, vehicle.trim].filter((part) => part !== null).join(' ');
  return vehicle.stock === null ? name : `${name} (${vehicle.stock})`.trim();
}

/** The car that the customer wants; what they sell or trade in is not it. */
export function wantedVehicle(lead: AdfLead): string | null {
  const wanted = lead.vehicles.find(({ interest }) => interest !== 'sell' && interest !== 'trade-in');
  return wanted ? titleOf(wanted).slice(0, 200) || null : null;
}

/** What the customer wrote, and the car they offer, in words for whoever answers. */
export function adfMessage(lead: AdfLead): string {
  const offered = lead.vehicles
    .filter(({ interest }) => interest === 'sell' || interest === 'trade-in')
    .map((vehicle) => [`Trade-in: ${titleOf(vehicle)}`, vehicle.odometer].filter((part) => part !== null).join(', '));
  const ofVehicles = lead.vehicles.map(({ comments }) => comments);
  return [lead.comments, ...ofVehicles, ...offered].filter((text) => text !== null && text !== '').join('\n');
}
