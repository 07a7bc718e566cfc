import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { DomainEvent } from '../../events/model.ts';
import type { components } from '../../generated/openapi.ts';
import { Idempotency } from '../../http/idempotency-model.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Vehicle } from './model.ts';
import { vehicleFacts } from './vehicle-facts.ts';

type VehicleBody = components['schemas']['Vehicle'];
type List = components['schemas']['VehicleList'];
type Problem = components['schemas']['Problem'];

const xc60 = {
  make: 'Volvo',
  model: 'XC60',
  variant: 'T6 Recharge Inscription',
  year: 2022,
  price: 489_000,
  mileage: 41_000,
  fuel: 'plug_in_hybrid',
  status: 'available',
  plate: 'EV 12345',
};

let api: TestApp;
let anne: Person;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  anne = await api.signUp();
});

const create = <Body = VehicleBody>(body: object, headers = {}) =>
  anne.client.post<Body>('/v1/vehicles', body, headers);
const list = async (query: string) => (await anne.client.get<List>(`/v1/vehicles?${query}`)).body;

describe('a vehicle', () => {
  it('is added, read, changed and removed', async () => {
    const added = await create(xc60);
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      ...xc60,
      title: 'Volvo XC60 T6 Recharge Inscription 2022',
      vin: null,
      equipment: [],
    });
    const path = `/v1/vehicles/${added.body.id}`;
    expect((await anne.client.get(path)).body).toEqual(added.body);
    const changed = await anne.client.patch<VehicleBody>(path, { status: 'sold', price: 479_000, variant: null });
    expect(changed.body).toEqual({
      ...added.body,
      status: 'sold',
      price: 479_000,
      variant: null,
      title: 'Volvo XC60 2022',
      updated_at: changed.body.updated_at,
    });
    expect(changed.body.updated_at > added.body.updated_at).toBe(true);
    expect((await anne.client.delete(path)).status).toBe(204);
    for (const answer of [
      await anne.client.get(path),
      await anne.client.delete(path),
      await anne.client.patch(path, { year: 2020 }),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect(await asOperator(() => Vehicle.countDocuments({ _id: added.body.id }))).toBe(0);
    const events = await asOperator(() => DomainEvent.find({ 'data.vehicle_id': added.body.id }).lean());
    expect(events.map((event) => event.type)).toEqual(['vehicle.updated', 'vehicle.updated', 'vehicle.updated']);
  });

  it('is stored tidily: no blanks around, none for empty, VIN and plate in capitals', async () => {
    const { body } = await create({
      make: ' Škoda ',
      model: 'Enyaq',
      variant: '  ',
      vin: 'wvwzzz1jz3w386752',
      plate: 'el  12345',
      equipment: [' Hengerfeste ', ' '],
    });
    expect(body).toMatchObject({
      make: 'Škoda',
      variant: null,
      vin: 'WVWZZZ1JZ3W386752',
      plate: 'EL 12345',
      status: 'available',
    });
    expect([body.title, body.equipment]).toEqual(['Škoda Enyaq', ['Hengerfeste']]);
  });

  it('is added once for one Idempotency-Key, also at the same time and after a crash', async () => {
    const headers = { 'idempotency-key': 'one xc60' };
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => create(xc60, headers)));
    const answers = [first, ...others];
    expect(answers.filter((answer) => answer?.status === 201).length).toBeGreaterThanOrEqual(1);
    expect(answers.every((answer) => answer?.status === 201 || answer?.status === 409)).toBe(true);
    const again = await create(xc60, headers);
    expect(again.status).toBe(201);
    const other = await create<Problem>({ ...xc60, year: 2021 }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    // As if the process had died between adding the vehicle and keeping its answer.
    await asOperator(() =>
      Idempotency.updateMany({}, { state: 'in_progress', body: null, status: null, locked_until: new Date(0) }),
    );
    expect((await create(xc60, headers)).body.id).toBe(again.body.id);
    expect((await list('')).data.map((vehicle) => vehicle.id)).toEqual([again.body.id]);
  });

  it('is found by what it is now, however many change it at once', async () => {
    const { id } = (await create({ make: 'Volvo', model: 'XC60' })).body;
    const path = `/v1/vehicles/${id}`;
    const changes = [{ make: 'Polestar' }, { model: '2' }, { year: 2024 }, { variant: 'Long range' }];
    const answers = await Promise.all(changes.map((change) => anne.client.patch(path, change)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    for (const query of ['polestar 2', '2024', 'long range']) {
      expect((await list(`q=${encodeURIComponent(query)}`)).data.map((vehicle) => vehicle.id)).toEqual([id]);
    }
    expect((await list('q=volvo')).data).toEqual([]);
  });

  it('is what a reply may state as fact', async () => {
    const { id } = (await create({ ...xc60, listing_url: 'https://fjordbil.example/xc60' })).body;
    const record = await asOperator(() => Vehicle.findById(id).lean());
    expect(record && vehicleFacts(record)).toMatchObject({
      id,
      title: 'Volvo XC60 T6 Recharge Inscription 2022',
      price: 489_000,
      mileage: 41_000,
      status: 'available',
      listingUrl: 'https://fjordbil.example/xc60',
    });
  });
});

describe('the stock', () => {
  const stock = [
    xc60,
    { make: 'Tesla', model: 'Model Y', year: 2023, plate: 'EK54321', status: 'reserved' },
    { make: 'Volkswagen', model: 'ID.4', year: 2021, status: 'sold' },
    { make: 'Škoda', model: 'Enyaq', variant: 'iV 80', year: 2022, status: 'demo' },
    { make: 'Volvo', model: 'XC90', year: 2019, vin: 'YV1LFBABDJ1234567', status: 'available' },
  ];

  it('is searched by words or their beginnings, all of which must fit', async () => {
    for (const vehicle of stock) await create(vehicle);
    const find = async (query: string) =>
      (await list(`q=${encodeURIComponent(query)}`)).data.map((vehicle) => vehicle.model).sort();
    expect(await find('volvo')).toEqual(['XC60', 'XC90']);
    expect(await find('volvo 2019')).toEqual(['XC90']);
    expect(await find('xc 60')).toEqual(['XC60']);
    expect(await find('XC6')).toEqual(['XC60']);
    expect(await find('ev 12345')).toEqual(['XC60']);
    expect(await find('EK 54321')).toEqual(['Model Y']);
    expect(await find('model y')).toEqual(['Model Y']);
    expect(await find('vw id 4')).toEqual(['ID.4']);
    expect(await find('skoda')).toEqual(['Enyaq']);
    expect(await find('yv1lfbabdj')).toEqual(['XC90']);
    expect(await find('tesla 2019')).toEqual([]);
    expect(await find('.*')).toHaveLength(5);
  });

  it('is counted by status whatever is asked for', async () => {
    for (const vehicle of stock) await create(vehicle);
    const counts = { available: 2, reserved: 1, sold: 1, demo: 1 };
    const page = await list('status=reserved,sold&q=model');
    expect(page.data.map((vehicle) => vehicle.model)).toEqual(['Model Y']);
    expect(page.counts).toEqual(counts);
    expect((await list('status=available')).data).toHaveLength(2);
    expect((await anne.client.get('/v1/vehicles?status=stolen')).status).toBe(400);
  });

  it('is read page by page without gap or repeat, also where times are equal', async () => {
    for (const vehicle of stock) await create(vehicle);
    await asOperator(() =>
      Vehicle.collection.updateMany({ dealership_id: anne.dealership.id }, { $set: { created_at: new Date(0) } }),
    );
    const all = (await list('limit=100')).data.map((vehicle) => vehicle.id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: List = await list(`limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map((vehicle) => vehicle.id));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(all);
    expect(seen).toHaveLength(5);
  });

  it.each(['nonsense', 'MTcwMDAwMDAwMDAwMCB2ZWg', 'eyIkZ3QiOiIifQ', '%00'])('refuses the cursor %s', async (cursor) => {
    const answer = await anne.client.get<Problem>(`/v1/vehicles?cursor=${cursor}`);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '?cursor']);
  });
});
