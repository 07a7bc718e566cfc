import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { createOnce } from '../database/create-once.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { Env } from '../env.ts';
import { previewKey } from '../features/api-keys/key-format.ts';
import { ApiKey } from '../features/api-keys/model.ts';
import { hashPassword } from '../features/auth/password.ts';
import { createDealership } from '../features/dealership/create-dealership.ts';
import { Dealership } from '../features/dealership/model.ts';
import { createEntry } from '../features/knowledge/create-entry.ts';
import { KnowledgeEntry } from '../features/knowledge/model.ts';
import { Lead } from '../features/leads/model.ts';
import { createMembership } from '../features/users/create-membership.ts';
import { type Role, User } from '../features/users/model.ts';
import { createVehicle } from '../features/vehicles/create-vehicle.ts';
import { Vehicle } from '../features/vehicles/model.ts';
import type { components } from '../generated/openapi.ts';
import type { TenantContext } from '../http/request-context.ts';
import { newId } from '../lib/ids.ts';
import { base62, sha256 } from '../lib/secrets.ts';
import type { Services } from '../services.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { demoKnowledge } from './demo-knowledge.ts';
import { playDemo } from './play-demo.ts';

const DEMO_ULID = '01JDEM0FJ0RDB11ABERGEN0001';
const DEALERSHIP_ID = `dlr_${DEMO_ULID}`;

/** Who signs in to the demo. */
export const demoLogin = { email: 'demo@fjordbil.example', password: 'fjord-og-bil' } as const;

interface Person {
  id: string;
  email: string;
  name: string;
  phone: string;
  role: Role;
}

const PEOPLE: readonly Person[] = [
  {
    id: '01JDEM0FJ0RDB11ABERGEN0002',
    email: demoLogin.email,
    name: 'Ingrid Solheim',
    phone: '+4791234501',
    role: 'admin',
  },
  {
    id: '01JDEM0FJ0RDB11ABERGEN0003',
    email: 'jonas@fjordbil.example',
    name: 'Jonas Vik',
    phone: '+4791234502',
    role: 'sales_rep',
  },
];

/** The publishable key of the demo site: it follows from the secrets of the deployment, so that nothing else holds it. */
export function demoPublishableKey(env: Pick<Env, 'encryptionKey'>): string {
  const digest = createHmac('sha256', env.encryptionKey).update('demo publishable key').digest('hex');
  const body = `pk_live_${digest.slice(0, 32)}`;
  return body + base62(crc32(body), 6);
}

async function seedPeople(now: Date): Promise<void> {
  for (const person of PEOPLE) {
    const existing = await User.exists({ email: person.email });
    const user = existing
      ? { ...person, _id: String(existing._id) }
      : await createOnce(User, {
          _id: `usr_${person.id}`,
          email: person.email,
          name: person.name,
          phone: person.phone,
          password_hash: await hashPassword(demoLogin.password),
          created_at: now,
        });
    await createMembership({ id: `mbr_${person.id}`, user, role: person.role, status: 'active', createdAt: now });
  }
}

async function seedKey(env: Env, now: Date): Promise<void> {
  const key = demoPublishableKey(env);
  const origins = [
    ...new Set(
      [env.publicUrl, `http://localhost:${env.port}`, `http://127.0.0.1:${env.port}`].map((url) => new URL(url).origin),
    ),
  ];
  try {
    await ApiKey.insertMany(
      [
        {
          _id: newId('key', now),
          name: 'Demo web site',
          kind: 'publishable',
          mode: 'live',
          hash: sha256(key),
          preview: previewKey(key),
          allowed_origins: origins,
          scopes: ['forms:read', 'forms:submit'],
          created_by: 'Norvalt',
          created_at: now,
          last_used_at: null,
          revoked_at: null,
        },
      ],
      { lean: true },
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Another port than last time is another origin.
    await ApiKey.updateOne({ hash: sha256(key) }, { $addToSet: { allowed_origins: { $each: origins } } });
  }
}

async function seedStock(ctx: TenantContext, stockFile: string): Promise<void> {
  if (await Vehicle.exists({})) return;
  const stock = JSON.parse(await readFile(stockFile, 'utf8')) as components['schemas']['VehicleCreate'][];
  for (const input of stock) await createVehicle({ ctx: { ...ctx, creationId: newId('idem') }, input });
}

async function seedKnowledge(ctx: TenantContext): Promise<void> {
  if (await KnowledgeEntry.exists({})) return;
  for (const input of demoKnowledge) await createEntry({ ctx: { ...ctx, creationId: newId('idem') }, input });
}

/** The context of a colleague of the demo dealership, for the verbs that need one. */
function contextOf(services: Services, person: Person): TenantContext {
  return {
    requestId: 'req_demo',
    services,
    visitor: { ip: '', origin: null, userAgent: '' },
    actor: {
      type: 'user',
      dealershipId: DEALERSHIP_ID,
      userId: `usr_${person.id}`,
      sessionId: '',
      role: person.role,
      name: person.name,
    },
    dealershipId: DEALERSHIP_ID,
    test: false,
    creationId: newId('idem'),
  };
}

/** Makes the demo dealership with its people, key, stock and knowledge, and plays its last few days; what is there already stays. */
export async function seedDemo(services: Services, stockFile: string): Promise<void> {
  const now = services.clock.now();
  const known = await Dealership.exists({ _id: DEALERSHIP_ID });
  await createDealership({
    services,
    input: { id: DEALERSHIP_ID, name: 'Fjord Bil', language: 'nb', email: 'post@fjordbil.example' },
  });
  if (!known) {
    const contact = {
      email: 'post@fjordbil.example',
      phone: '+47 55 12 34 56',
      address: 'Damsgårdsveien 120, 5160 Laksevåg',
      website: 'https://fjordbil.example',
    };
    // The hours of the demo site: open late on Thursdays.
    const late = { $set: { contact, 'opening_hours.$[day].closes': '19:00' } };
    await Dealership.updateOne({ _id: DEALERSHIP_ID }, late, { arrayFilters: [{ 'day.day': 'thursday' }] });
  }
  await runAsTenant(DEALERSHIP_ID, async () => {
    await seedPeople(now);
    await seedKey(services.env, now);
    const [admin, rep] = PEOPLE;
    if (!admin || !rep) return;
    await seedStock(contextOf(services, admin), stockFile);
    await seedKnowledge(contextOf(services, admin));
    if (!(await Lead.exists({}))) await playDemo(services, DEALERSHIP_ID, (moved) => contextOf(moved, rep));
  });
}
