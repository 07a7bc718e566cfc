import mongoose from 'mongoose';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { insertRecords } from '../database/insert-records.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';
import type { Services } from '../services.ts';
import { type Contact, contactKeys } from './find-person.ts';
import { WaitingEcho, type WaitingEchoRecord } from './waiting-echo-model.ts';
import { type Echo, writeEcho } from './write-echo.ts';

/** Over a weekend: who answers later than that is answered like anybody who writes. */
export const ECHO_KEPT_MS = 3 * DAY_MS;

/** Keeps what was written on the phone to somebody who is no lead, in case that they answer. Run again, it is there. */
export async function keepEcho(echo: Echo, customer: Contact): Promise<void> {
  const key = contactKeys(customer)[0];
  if (key === undefined) throw new Error('an echo was written to nobody');
  const { arrivalId, payload, writtenAt } = echo;
  const record = { payload, written_at: writtenAt, expires_at: after(writtenAt, ECHO_KEPT_MS) };
  try {
    await insertRecords(WaitingEcho, [{ _id: arrivalId, contact_key: key, ...record }]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** What waits for a customer; whoever has no key was written to by nobody. */
function waitingFor(services: Services, customer: Contact) {
  return {
    contact_key: mongoose.trusted({ $in: contactKeys(customer) }),
    expires_at: mongoose.trusted({ $gt: services.clock.now() }),
  };
}

/** Whether somebody of the dealership has written to a customer on the phone within the last three days. */
export async function isWrittenTo(services: Services, customer: Contact): Promise<boolean> {
  return (await WaitingEcho.exists(waitingFor(services, customer))) !== null;
}

/** Puts what was written to a customer on the phone into the lead they have now. Run again, it finds what it did before. */
export async function writeWaitingEchoes(
  services: Services,
  customer: Contact,
  leadId: string,
  dealership: DealershipRecord,
): Promise<() => Promise<void>> {
  const echoes = await WaitingEcho.find(waitingFor(services, customer))
    .sort({ written_at: 1, _id: 1 })
    .lean<WaitingEchoRecord[]>();
  const lead = echoes.length === 0 ? null : await Lead.findOne({ _id: leadId }).lean<LeadRecord>();
  if (!lead) return async () => undefined;
  const finishes: (() => Promise<void>)[] = [];
  for (const { _id: arrivalId, payload, written_at: writtenAt } of echoes)
    finishes.push(
      await writeEcho(services, { arrivalId, phone: customer.phone, payload, writtenAt }, lead, dealership),
    );
  return async () => {
    for (const finish of finishes) await finish();
    await forgetEchoes(echoes.map(({ _id }) => _id));
  };
}

/** Forgets what is part of a conversation now. */
export async function forgetEchoes(arrivalIds: readonly string[]): Promise<void> {
  await WaitingEcho.deleteMany({ _id: mongoose.trusted({ $in: [...arrivalIds] }) });
}
