import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Vehicle, VehicleCreate, VehicleList, VehicleListQuery, VehicleUpdate } from '../types.ts';
import { Resource } from './resource.ts';

/** The stock that answers are taken from. */
export class Vehicles extends Resource {
  /** Lists vehicles, newest first; `page.body.counts` tells how many there are of each status. */
  readonly list: (query?: VehicleListQuery, options?: CallOptions) => PagePromise<Vehicle, VehicleList> =
    this.lists('vehicles');

  /** Adds a vehicle. */
  readonly create: (body: VehicleCreate, options?: CallOptions) => ResultPromise<Vehicle> = this.posts('vehicles');

  /** Reads a vehicle. */
  readonly get: (vehicleId: string, options?: CallOptions) => ResultPromise<Vehicle> = this.gets('vehicles/{}');

  /** Changes a vehicle; what is left out stays as it is. */
  readonly update: (vehicleId: string, body: VehicleUpdate, options?: CallOptions) => ResultPromise<Vehicle> =
    this.patches('vehicles/{}');

  /** Removes a vehicle from stock. */
  readonly delete: (vehicleId: string, options?: CallOptions) => ResultPromise<void> = this.deletes('vehicles/{}');
}
