import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Vehicle, VehicleCreate, VehicleList, VehicleListQuery, VehicleUpdate } from '../types.ts';
import { Resource } from './resource.ts';

/** The stock that answers are taken from. */
export class Vehicles extends Resource {
  /** Lists vehicles, newest first; `page.body.counts` tells how many there are of each status. */
  list(query?: VehicleListQuery, options?: CallOptions): PagePromise<Vehicle, VehicleList> {
    return this.transport.list(['v1', 'vehicles'], query, options);
  }

  /** Adds a vehicle. */
  create(body: VehicleCreate, options?: CallOptions): ResultPromise<Vehicle> {
    return this.transport.request({ method: 'POST', path: ['v1', 'vehicles'], body }, options);
  }

  /** Reads a vehicle. */
  get(vehicleId: string, options?: CallOptions): ResultPromise<Vehicle> {
    return this.transport.request({ method: 'GET', path: ['v1', 'vehicles', vehicleId] }, options);
  }

  /** Changes a vehicle; what is left out stays as it is. */
  update(vehicleId: string, body: VehicleUpdate, options?: CallOptions): ResultPromise<Vehicle> {
    return this.transport.request({ method: 'PATCH', path: ['v1', 'vehicles', vehicleId], body }, options);
  }

  /** Removes a vehicle from stock. */
  delete(vehicleId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: ['v1', 'vehicles', vehicleId] }, options);
  }
}
