import { Dealership, type DealershipRecord } from '../dealership/model.ts';

/** Finds the dealership that has, or once had, a mailbox of this name; `null` when nobody has. */
export async function findDealershipByMailbox(name: string): Promise<DealershipRecord | null> {
  return (
    (await Dealership.findOne({ mailbox: name }).lean<DealershipRecord>()) ??
    (await Dealership.findOne({ mailbox_names: name }).lean<DealershipRecord>())
  );
}
