import mongoose from 'mongoose';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { insertRecords } from '../database/insert-records.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';
import type { Services } from '../services.ts';
import { contactKeys } from './find-person.ts';
import { WaitingEcho, type WaitingEchoRecord } from './waiting-echo-model.ts';
import { type Echo, writeEcho } from './write-echo.ts';

/** Over a weekend: who answers later than that is answered like anybody who writes. */
const KEPT_MS = 3 * DAY_MS;

/** The customer of an echo: test and live people never meet. */
interface Customer {
  phone: string | null;
  test: boolean;
}

function keyOf({ phone, test }: Customer): string | undefined {
  return contactKeys({ email: null, phone, test })[0];
}

/** Keeps what was written on the phone to somebody who is no lead, in case that they answer. Run again, it is there. */
export async function keepEcho(echo: Echo, test: boolean): Promise<void> {
  const key = keyOf({ phone: echo.phone, test });
  if (key === undefined) return;
  const { arrivalId, payload, writtenAt } = echo;
  const record = { payload, written_at: writtenAt, expires_at: after(writtenAt, KEPT_MS) };
  try {
    await insertRecords(WaitingEcho, [{ _id: arrivalId, contact_key: key, ...record }]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

async function echoesTo(services: Services, customer: Customer): Promise<WaitingEchoRecord[]> {
  const key = keyOf(customer);
  if (key === undefined) return [];
  return WaitingEcho.find({
    contact_key: key,
    expires_at: mongoose.trusted({ $gt: services.clock.now() }),
  }).lean<WaitingEchoRecord[]>();
}

/** Whether somebody of the dealership has written to a customer on the phone within the last three days. */
export async function isWrittenTo(services: Services, customer: Customer): Promise<boolean> {
  return (await echoesTo(services, customer)).length > 0;
}

/** Puts what was written to a customer on the phone into the lead they have now. Run again, it finds what it did before. */
export async function writeWaitingEchoes(
  services: Services,
  customer: Customer,
  leadId: string,
  dealership: DealershipRecord,
): Promise<() => Promise<void>> {
  const echoes = await echoesTo(services, customer);
  const lead = echoes.length === 0 ? null : await Lead.findOne({ _id: leadId }).lean<LeadRecord>();
  if (!lead) return async () => undefined;
  const finishes: (() => Promise<void>)[] = [];
  for (const { _id: arrivalId, payload, written_at: writtenAt } of echoes)
    finishes.push(await writeEcho(services, { arrivalId, ...customer, payload, writtenAt }, lead, dealership));
  return async () => {
    for (const finish of finishes) await finish();
    await forgetEchoes(echoes.map(({ _id }) => _id));
  };
}

/** Forgets what is part of a conversation now. */
export async function forgetEchoes(arrivalIds: readonly string[]): Promise<void> {
  await WaitingEcho.deleteMany({ _id: mongoose.trusted({ $in: [...arrivalIds] }) });
}
