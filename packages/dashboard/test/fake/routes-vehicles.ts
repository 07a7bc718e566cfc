import type { Vehicle, VehicleStatus } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

function list({ api, query }: Context): Reply {
  const { vehicles } = api.state;
  const count = (status: VehicleStatus) => vehicles.filter((vehicle) => vehicle.status === status).length;
  const wanted = query.get('status')?.split(',');
  const words = (query.get('q') ?? '').toLowerCase();
  const shown = vehicles.filter(
    (vehicle) =>
      (!wanted || wanted.includes(vehicle.status)) && `${vehicle.title} ${vehicle.plate}`.toLowerCase().includes(words),
  );
  const counts = {
    available: count('available'),
    reserved: count('reserved'),
    sold: count('sold'),
    demo: count('demo'),
  };
  return { body: { ...pageOf(shown, query), counts } };
}

const empty = {
  variant: null,
  year: null,
  price: null,
  mileage: null,
  fuel: null,
  body: null,
  colour: null,
  vin: null,
  plate: null,
  listing_url: null,
  image_url: null,
  description: null,
};

function create({ api, body }: Context): Reply {
  const now = new Date().toISOString();
  const vehicle = {
    ...empty,
    status: 'available',
    equipment: [],
    ...body,
    id: fakeId('veh', 900 + api.state.vehicles.length),
    created_at: now,
    updated_at: now,
  } as unknown as Vehicle;
  vehicle.title = [vehicle.make, vehicle.model, vehicle.variant, vehicle.year].filter(Boolean).join(' ');
  api.state.vehicles.unshift(vehicle);
  return { status: 201, body: vehicle };
}

function change({ api, parameters, body }: Context): Reply {
  const vehicle = api.state.vehicles.find(({ id }) => id === parameters[0]);
  if (!vehicle) throw new Problem(404, 'not_found');
  return { body: Object.assign(vehicle, body) };
}

function remove({ api, parameters }: Context): Reply {
  api.state.vehicles = api.state.vehicles.filter(({ id }) => id !== parameters[0]);
  return { status: 204 };
}

const one = /^\/v1\/vehicles\/([^/]+)$/;

export const vehicleRoutes: Route[] = [
  { method: 'GET', pattern: /^\/v1\/vehicles$/, handle: list },
  { method: 'POST', pattern: /^\/v1\/vehicles$/, handle: create },
  { method: 'PATCH', pattern: one, handle: change },
  { method: 'DELETE', pattern: one, handle: remove },
];
