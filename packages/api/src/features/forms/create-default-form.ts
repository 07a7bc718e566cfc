import { createOnce } from '../../database/create-once.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { Form, type FormRecord } from './model.ts';

/** Names the wording of the built-in consent text; a new wording needs a new version. */
const CONSENT_VERSION = '2026-11';
const ACCENT = '#1450c8';

/** Creates the form that every dealership begins with; run again it finds what is there. */
export async function createDefaultForm(
  dealership: Pick<DealershipRecord, 'default_form_id' | 'created_at'>,
): Promise<FormRecord> {
  return createOnce(Form, {
    _id: dealership.default_form_id,
    name: 'Website',
    texts: {},
    consent: { version: CONSENT_VERSION, required: true },
    accent: ACCENT,
    created_at: dealership.created_at,
  });
}
