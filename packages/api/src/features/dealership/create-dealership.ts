import type { Language } from '../../answering/types.ts';
import { createOnce } from '../../database/create-once.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { newId, siblingId } from '../../lib/ids.ts';
import { randomText } from '../../lib/secrets.ts';
import type { Services } from '../../services.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { createDefaultForm } from '../forms/create-default-form.ts';
import { mailboxName, withSuffix } from './mailbox-name.ts';
import { Dealership, type DealershipRecord, type SandboxState, type Weekday } from './model.ts';

interface CreateDealership {
  services: Pick<Services, 'clock'>;
  input: {
    name: string;
    language?: Language | undefined;
    /** Where the dealership is reached; also what replies name. */
    email: string | null;
    /** Given where the step may be run again: the second time then finds what the first made. */
    id?: string;
    sandbox?: SandboxState;
  };
}

const ASSISTANT_NAMES: Record<Language, string> = { nb: 'Frida', en: 'Ella', sv: 'Alva', da: 'Freja', de: 'Lena' };
const WORKING_DAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const INBOUND_TOKEN_LENGTH = 32;
const MAX_TRIES = 5;

function newDealership({ services, input }: CreateDealership): DealershipRecord {
  const createdAt = services.clock.now();
  const id = input.id ?? newId('dlr', createdAt);
  const language = input.language ?? 'nb';
  return {
    _id: id,
    name: input.name.trim(),
    language,
    time_zone: 'Europe/Oslo',
    contact: { email: input.email, phone: null, address: null, website: null },
    opening_hours: [
      ...WORKING_DAYS.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
      { day: 'saturday', opens: '10:00', closes: '15:00' },
    ],
    assistant: { name: ASSISTANT_NAMES[language], auto_reply: true, follow_up_days: [3, 7] },
    inbound_token: randomText(INBOUND_TOKEN_LENGTH),
    mailbox: mailboxName(input.name),
    mailbox_names: [mailboxName(input.name)],
    default_form_id: siblingId(id, 'frm'),
    ...(input.sandbox ? { sandbox: input.sandbox } : {}),
    created_at: createdAt,
  };
}

/**
 * Creates a dealership with its default form; the mailbox is made of the name, and of a few letters more where that is
 * taken. Run again with the same id it finds what is there.
 */
export async function createDealership({ services, input }: CreateDealership): Promise<DealershipRecord> {
  const dealership = newDealership({ services, input });
  await runAsTenant(dealership._id, () => createDefaultForm(dealership));
  for (let tries = 1; ; tries += 1) {
    try {
      return await createOnce(Dealership, dealership);
    } catch (error) {
      if (!isDuplicateKey(error) || tries === MAX_TRIES) throw error;
      dealership.mailbox = withSuffix(mailboxName(input.name));
      dealership.mailbox_names = [dealership.mailbox];
    }
  }
}
