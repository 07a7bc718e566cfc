import type { FacebookLead } from '../../intake/facebook-lead-payload.ts';

/** What a lead's fields say of the customer and their wish. */
export interface MappedLead {
  name: string | null;
  email: string | null;
  phone: string | null;
  vehicleInterest: string | null;
  /** Every other question with its answer, one to a line. */
  message: string;
  /** Whether Facebook filled it in to try the form. */
  test: boolean;
}

// Facebook's own names of its standard questions; the words of custom ones come with blanks as underscores.
const NAME = ['full_name', 'name', 'fullt_navn', 'navn'];
const FIRST_NAME = ['first_name'];
const LAST_NAME = ['last_name'];
const EMAIL = ['email', 'work_email', 'e-post', 'e-mail'];
const PHONE = ['phone_number', 'phone', 'work_phone_number', 'telefon', 'telefonnummer'];
const VEHICLE = ['vehicle_interest', 'which_car', 'which_vehicle', 'vehicle', 'car', 'car_model', 'hvilken_bil', 'bil'];
const VEHICLE_QUESTION =
  /^(?:(?:which|what)_(?:car|vehicle|model)|hvilken_(?:bil|modell?)|vilken_(?:bil|modell)|welches_(?:auto|fahrzeug|modell))(?:_|$)/;

const DUMMY = /^<test lead: dummy data for .*>$/i;
const TEST_ADDRESSES = new Set(['test@fb.com', 'test@meta.com']);

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '_')
    .replace(/[?:!.]+$/, '');
}

/** A question as a person would read it: `when_do_you_want_to_buy?` was asked as "When do you want to buy?". */
function questionOf(name: string): string {
  const words = name.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
  const question = words.charAt(0).toUpperCase() + words.slice(1);
  return /[?:!.]$/.test(question) ? question : `${question}:`;
}

function isTest(fields: FacebookLead['fields']): boolean {
  const values = fields.flatMap((field) => field.values.map((value) => value.trim().toLowerCase()));
  return values.some((value) => DUMMY.test(value) || TEST_ADDRESSES.has(value));
}

/**
 * Reads the standard questions out of a lead and joins the custom ones into a message. A field that is read as a
 * standard one is not said again; a second value of one is.
 */
export function mapLeadFields(fields: FacebookLead['fields']): MappedLead {
  const left = fields.map(({ name, values }) => ({
    name,
    values: values.map((value) => value.trim()).filter(Boolean),
  }));
  const take = (fits: (key: string) => boolean): string | null => {
    const at = left.findIndex((field) => field.values.length > 0 && fits(keyOf(field.name)));
    return left[at]?.values.shift() ?? null;
  };
  const among = (names: readonly string[]) => {
    // The names in their order: a full name goes before a name.
    for (const name of names) {
      const value = take((key) => key === name);
      if (value !== null) return value;
    }
    return null;
  };
  const whole = among(NAME);
  const parts = [among(FIRST_NAME), among(LAST_NAME)].filter((part) => part !== null);
  const mapped = {
    name: whole ?? (parts.length > 0 ? parts.join(' ') : null),
    email: among(EMAIL),
    phone: among(PHONE),
    vehicleInterest: among(VEHICLE) ?? take((key) => VEHICLE_QUESTION.test(key)),
  };
  const lines = left
    .filter((field) => field.values.length > 0)
    .map((field) => `${questionOf(field.name)} ${field.values.join(', ')}`);
  return { ...mapped, message: lines.join('\n'), test: isTest(fields) };
}
