import { createOnce } from '../../database/create-once.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { BLANK_FORM, changeDefinition } from './form-definition.ts';
import { Form, type FormRecord } from './model.ts';

/** Creates the form that every dealership begins with; run again it finds what is there. */
export async function createDefaultForm(
  dealership: Pick<DealershipRecord, 'default_form_id' | 'created_at' | 'name'>,
): Promise<FormRecord> {
  const at = dealership.created_at;
  return createOnce(Form, {
    _id: dealership.default_form_id,
    ...changeDefinition(BLANK_FORM, {}, dealership, at),
    version: 1,
    created_at: at,
    updated_at: at,
    archived_at: null,
  });
}
