import type { VehicleRecord } from './model.ts';

/** Make, model, variant and year in one line: `Volvo XC60 T6 Recharge Inscription 2022`. */
export function vehicleTitle(vehicle: Pick<VehicleRecord, 'make' | 'model' | 'variant' | 'year'>): string {
  return [vehicle.make, vehicle.model, vehicle.variant, vehicle.year].filter((part) => part !== null).join(' ');
}
